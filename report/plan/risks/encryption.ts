import { differences } from "../differences";
import { nounOf } from "../nouns";
import type { RiskType } from "./risk";

const ABOUT_KEYS = /kms|encrypt|sse_|bucket_key|secure/i;

export const encryption: RiskType = {
  risk: "encryption",
  title: "Changed encryption",
  words(change) {
    const { before, after, action } = change;
    // Policies are read as such; what is made anew or destroyed is said already.
    if (before === undefined || after === undefined || action === "drift") return [];
    return differences(before, after)
      .filter(({ path }) => ABOUT_KEYS.test(path) && !/policy|document/.test(path))
      .map(
        (one) => `The ${nounOf(change)} is encrypted differently: ${one.path} is ${one.after}, before ${one.before}.`,
      );
  },
};
