import { joined } from "../../../text/words";
import { carriedBy, KIND_WORDS, personal } from "../../personal-data";
import { differences } from "../differences";
import { nounOf } from "../nouns";
import type { RiskType } from "./risk";

const MENTIONED = /policy|document|kms|encrypt|sse_/i;

export const rest: RiskType = {
  risk: "rest",
  title: "Other changes",
  words(change) {
    const { action, before, after, movedFrom } = change;
    switch (action) {
      case "create":
        return [`The ${nounOf(change)} is made.`];
      case "forget":
        return [`The ${nounOf(change)} stays, and Terraform forgets it.`];
      case "move":
        return [`The ${nounOf(change)} was called ${movedFrom} before.`];
      case "update":
        return differences(before, after)
          .filter(({ path }) => !MENTIONED.test(path))
          .map(
            (one) =>
              `The ${nounOf(change)}: ${one.path} is ${one.after}, before ${one.before}.${people(one.path, one.after)}`,
          );
      case "destroy":
      case "drift":
      case "replace":
        return [];
      default:
        return action satisfies never;
    }
  },
};

/** Returns what a topic that comes in newly carries of people. */
function people(path: string, topic: string): string {
  if (!path.endsWith("eventFilter") || personal(carriedBy(topic)) === "no") return "";
  const kinds = carriedBy(topic).carried.map(({ kind }) => KIND_WORDS[kind]);
  return kinds.length === 0 ? "" : ` Its events carry ${joined(kinds)}.`;
}
