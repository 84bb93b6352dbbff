import { busArn } from "../../aws/names";
import { destinationTypes } from "../../destinations";
import type { DestinationType } from "../../destinations/destination-type";
import type { Fault } from "../../text/issue";
import { BUS_KIND } from "../inventory/streams";
import type { Draft } from "../model";
import { notified } from "../notify";
import { defineCheck } from "./check";
import { type Claim, claims } from "./support/claims";

/** Finds what is named by an ARN as if it existed already, while this stack makes it: a queue, a topic, a log group. */
export const ownArnsCheck = defineCheck({
  name: "own-arns",
  says: ["arn-of-this-stack"],
  run: ownArnFaults,
});

function ownArnFaults(draft: Draft): Fault[] {
  const { monitoring } = draft.top;
  const topics = monitoring === undefined ? [] : notified(monitoring).topics;
  // All that a stack makes is a long list, and most files name nothing by its ARN.
  if (topics.length === 0 && Object.values(draft.destinations).every(({ arn }) => arn === undefined)) return [];
  const made = madeHere(draft);
  const found = Object.entries(draft.destinations).flatMap(([name, destination]): Fault[] => {
    const claim = destination.arn === undefined ? undefined : made.get(destination.arn);
    if (claim === undefined) return [];
    const instead =
      claim.path[0] === "destinations" && Object.hasOwn(draft.destinations, claim.owner)
        ? `name ${claim.owner} in a rule's targets, and leave ${name} out`
        : "write the ARN of another";
    const message = `is what this stack creates as ${claim.owner}; ${instead}`;
    return [{ id: "arn-of-this-stack", path: ["destinations", name, "arn"], message }];
  });
  const topic = topics.find((topic) => made.has(topic));
  if (topic === undefined) return found;
  const message = `${topic} is a topic of this stack, and its policy lets no alarms in; write another, or an e-mail address`;
  return [...found, { id: "arn-of-this-stack", path: ["monitoring", "notify"], message }];
}

function madeHere(draft: Draft): ReadonlyMap<string, Claim> {
  const { place } = draft;
  if (place === undefined) return new Map();
  const types: readonly DestinationType[] = destinationTypes;
  const kinds = types.flatMap(({ creation }) => creation ?? []);
  const isOf = (claim: Claim, kind: string) => claim.key.endsWith(` ${kind} ${claim.physical}`);
  return new Map(
    claims(draft).flatMap((claim) => [
      ...(isOf(claim, BUS_KIND) ? [[busArn(place, claim.physical), claim] as const] : []),
      ...kinds
        .filter(({ nameKey }) => isOf(claim, nameKey))
        .map((kind) => [kind.arn(place, claim.physical), claim] as const),
    ]),
  );
}
