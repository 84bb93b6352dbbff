import { ROLE_TRUST_LENGTH, ROLE_TRUST_QUOTA, TRANSFORMER_PATHS } from "../../aws/limits";
import { ruleArn, UNKNOWN_ORGANIZATION } from "../../aws/names";
import { destinationType } from "../../destinations";
import { knownAs } from "../../schema/identity";
import { WITHOUT_COMPILING } from "../../schema/parsing";
import { streamType } from "../../streams";
import type { Fault } from "../../text/issue";
import type { Draft } from "../model";
import { targetSchema } from "../schema/rule";
import { sendersByDestination } from "../senders";
import { inputFor } from "../target-input";
import { defineCheck } from "./check";

const NO_OPTIONS = targetSchema.parse({}, WITHOUT_COMPILING);
/** A role's trust policy without the rules that it names. */
const TRUST_WITHOUT_RULES = 235;

/** Finds what is composed of many things that are right one by one, and is more than AWS takes. */
export const sizesCheck = defineCheck({
  name: "sizes",
  says: ["role-trust-long", "role-trust-too-long", "too-many-variables"],
  run: sizeFaults,
});

function sizeFaults(draft: Draft): Fault[] {
  return [...longTrust(draft), ...manyPaths(draft)];
}

/** A role names the rules of each stream that delivers by it. */
function longTrust(draft: Draft): Fault[] {
  const { place } = draft;
  if (place === undefined) return [];
  return [...sendersByDestination(draft)].flatMap(([name, streams]): Fault[] => {
    const destination = draft.destinations[name];
    if (destination === undefined || destinationType(destination.type).permission(destination).kind !== "role")
      return [];
    const arns = streams.flatMap((stream) => {
      const keys = draft.streams[stream];
      if (keys === undefined) return [];
      const origin = { environment: draft.name, stream: knownAs(stream, keys), organization: UNKNOWN_ORGANIZATION };
      return ruleArn(place, streamType(keys.type).bus(keys, origin));
    });
    const length = TRUST_WITHOUT_RULES + JSON.stringify(arns).length;
    if (length <= ROLE_TRUST_QUOTA) return [];
    const at = { path: ["destinations", name], atKey: true };
    const makes = `gets events of ${arns.length} streams, whose rules make about ${length} characters in the trust policy of its role`;
    const advice = "write a second destination for some of the streams";
    if (length > ROLE_TRUST_LENGTH) {
      const message = `${makes}; IAM allows ${ROLE_TRUST_LENGTH}: ${advice}`;
      return [{ ...at, id: "role-trust-too-long", message }];
    }
    const message = `${makes}; IAM allows ${ROLE_TRUST_QUOTA} unless AWS raised that quota for the account: ${advice}, or ask AWS`;
    return [{ ...at, id: "role-trust-long", severity: "warning", message }];
  });
}

/** Finds too many paths in a text that a destination composes itself: each <path> is one of EventBridge's input paths. */
function manyPaths(draft: Draft): Fault[] {
  return Object.entries(draft.destinations).flatMap(([name, destination]): Fault[] => {
    if (destinationType(destination.type).input !== "own") return [];
    const sent = inputFor(destination, { destination: name, ...NO_OPTIONS }, undefined);
    const paths = sent.kind === "transformer" ? Object.keys(sent.transformer.input_paths).length : 0;
    if (paths <= TRANSFORMER_PATHS) return [];
    const message = `fills in ${paths} values of the event, EventBridge allows ${TRANSFORMER_PATHS}; use fewer`;
    return [{ id: "too-many-variables", path: ["destinations", name], atKey: true, message }];
  });
}
