import { parseArn } from "../../../aws/arn";
import { joined } from "../../../text/words";
import { deliveriesIn } from "../../resources/deliveries";
import { outsideOf } from "../../resources/outside";
import { type Resource, text } from "../../resources/resource";
import { nounOf } from "../nouns";
import type { ResourceChange } from "../resource-change";
import type { RiskType, Surroundings } from "./risk";

export const leaves: RiskType = {
  risk: "leaves",
  title: "Data that leaves the account",
  words(change, surroundings) {
    const { after, action } = change;
    if (after === undefined || action === "drift") return [];
    if (outsideOf(after) !== undefined) return endpoint(change);
    return after.type === "aws_cloudwatch_event_target" ? target(change, after, surroundings) : [];
  },
};

function endpoint({ before, after }: ResourceChange): string[] {
  const [old, now] = [before, after].map((resource) => outsideOf(resource)?.address);
  if (old === now) return [];
  return [
    `Events leave AWS for ${now ?? "an endpoint that is known after the apply only"}${old === undefined ? "" : `, before ${old}`}.`,
  ];
}

function target(change: ResourceChange, after: Resource, place: Surroundings): string[] {
  const where = outside(after, place);
  if (where === undefined) return [];
  const { before } = change;
  const [old, now] = [sent(before, place), sent(after, place)];
  const moved = before === undefined || text(before, "arn") !== text(after, "arn");
  if (moved) return [`The ${nounOf(change)} sends ${now} to ${where}.`];
  return old === now ? [] : [`The ${nounOf(change)} sends ${now} to ${where}, before ${old}.`];
}

function sent(resource: Resource | undefined, place: Surroundings): string {
  const kept = resource === undefined ? [] : deliveriesIn([resource], place)[0]?.kept;
  if (kept === undefined) return "whole events";
  return kept.length === 0 ? "nothing of the event" : joined(kept);
}

function outside(target: Resource, { aws_account_id, aws_region }: Surroundings): string | undefined {
  if (target.unknown.arn === true) return laterOutside(target);
  const { region, account } = parseArn(text(target, "arn") ?? "");
  if (account !== "" && account !== aws_account_id) return `account ${account}`;
  return region !== "" && region !== aws_region ? `region ${region}` : undefined;
}

/** Returns the place outside of what is known later; what the same plan makes is of this account, unless it calls somebody else. */
function laterOutside({ references: { arn = [] } }: Resource): string | undefined {
  const made = arn.filter((address) => !/^(?:module\..*\.)?(?:data|var|local|each|module)\./.test(address));
  if (made.length === 0) return "a place that is known after the apply only";
  const calls = made.find((address) => address.includes("aws_cloudwatch_event_api_destination."));
  return calls === undefined ? undefined : `the API destination ${calls}, outside AWS`;
}
