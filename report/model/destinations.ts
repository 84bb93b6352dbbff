import { parseArn } from "../../aws/arn";
import type { Destination, Environment } from "../../config/model";
import { destinationType } from "../../destinations";
import { deliveryArn } from "../../destinations/parts/creation";
import { groupBy } from "../../text/group-by";
import { personalKinds } from "../personal-data";
import type { DestinationPart, RulePart, TargetPart } from "../schema";

const THEIRS = {
  readers: "whoever its owner lets read it; this file does not say",
  retention: "its owner's; this file does not say",
  encryption: "its owner's; this file does not say",
};

/** A target, seen from its destination. */
type Arrival = TargetPart & { readonly rule: string };

/** What is known of a destination without the code that the stack holds. */
export type DestinationFacts = Omit<DestinationPart, "functions">;

export function destinationParts(environment: Environment, rules: readonly RulePart[]): DestinationFacts[] {
  const arrivals = rules.flatMap(({ name: rule, targets }) => targets.map((target): Arrival => ({ ...target, rule })));
  const byDestination = groupBy(arrivals, ({ destination }) => destination);
  return Object.entries(environment.destinations).map(([name, destination]) =>
    destinationPart(environment, name, destination, byDestination.get(name) ?? []),
  );
}

function destinationPart(
  environment: Environment,
  name: string,
  destination: Destination,
  targets: readonly Arrival[],
): DestinationFacts {
  const type = destinationType(destination.type);
  const created = destination.arn === undefined;
  const { host, forEver: _, ...custody } = custodyOf(environment, destination);
  const arn = destination.arn ?? deliveryArn(environment, name, destination) ?? "";
  const { region, account } = parseArn(arn);
  const place = host === undefined ? { account, region, host: null } : { account: null, region: null, host };
  const kinds = new Set(targets.flatMap(({ carries }) => carries));
  return {
    name,
    type: destination.type,
    // AWS adds an id to an API destination's.
    arn: arn.endsWith("/*") ? null : arn,
    created,
    ...place,
    leaves: leaves(environment, place),
    ...custody,
    failure: `${failure(targets)} What it looks like: ${type.notes.failure}.`,
    receives: targets.map(({ rule, sends, fields }) => ({ rule, sends, fields })),
    carries: personalKinds.filter((kind) => kinds.has(kind)),
  };
}

function custodyOf(environment: Environment, destination: Destination) {
  const type = destinationType(destination.type);
  const theirs = destination.arn !== undefined && type.creation !== undefined;
  return theirs
    ? { ...THEIRS, host: undefined, forEver: undefined }
    : { host: undefined, forEver: undefined, ...type.custody(destination, environment) };
}

function leaves(
  { aws_account_id, aws_region }: Environment,
  { account, region, host }: Pick<DestinationPart, "account" | "region" | "host">,
): DestinationPart["leaves"] {
  if (host !== null) return ["account", "aws"];
  return [
    ...(account !== "" && account !== aws_account_id ? (["account"] as const) : []),
    ...(region !== "" && region !== aws_region ? (["region"] as const) : []),
  ];
}

function failure(targets: readonly TargetPart[]): string {
  const ways = targets.map(({ retry_attempts, max_event_age_seconds, dead_letter_queue }) => {
    const end = dead_letter_queue === null ? "lost" : `kept in the dead-letter queue ${dead_letter_queue} for 14 days`;
    return `After ${retry_attempts} retries in ${max_event_age_seconds} seconds an event is ${end}.`;
  });
  return [...new Set(ways)].join(" ") || "No rule delivers here.";
}
