import { groupBy } from "../../text/group-by";
import type { RulePart, StreamPart } from "../schema";
import type { DestinationFacts } from "./destinations";

/** The parts of a report that the picture is drawn of. */
export interface FlowParts {
  readonly streams: readonly (Pick<StreamPart, "name" | "enabled"> & { readonly topics: readonly unknown[] | null })[];
  readonly rules: readonly RulePart[];
  readonly destinations: readonly DestinationFacts[];
}

export interface FlowNode {
  readonly id: string;
  /** The names of all that the box stands for. */
  readonly names: readonly string[];
  readonly label: string;
  /** A second line. */
  readonly about: string;
  /** The anchor of the part of the page that says more. */
  readonly anchor: string;
  /** Events leave the account, the region or AWS. */
  readonly outside?: boolean;
  readonly off?: boolean;
}

export interface Flow {
  readonly streams: readonly FlowNode[];
  readonly rules: readonly FlowNode[];
  readonly destinations: readonly FlowNode[];
  readonly edges: readonly (readonly [from: string, to: string])[];
}

/**
 * The most rules that are drawn one by one; more are drawn together where they go the same way, since a picture of hundreds
 * shows nothing.
 */
const RULES_APART = 40;

/** The nodes and edges of the picture. */
export function flowOf({ streams, rules, destinations }: FlowParts): Flow {
  const groups = rules.length > RULES_APART ? sameWay(rules) : rules.map((rule) => [rule]);
  const ids = (kind: string, names: readonly string[]) =>
    new Map(names.map((name, index) => [name, `${kind}${index}`]));
  const streamIds = ids(
    "s",
    streams.map(({ name }) => name),
  );
  const destinationIds = ids(
    "d",
    destinations.map(({ name }) => name),
  );
  const edges = groups.flatMap(([first], index) => {
    if (first === undefined) return [];
    const to = first.targets.map(({ destination }): [string, string] => [
      `r${index}`,
      destinationIds.get(destination) ?? "",
    ]);
    return [[streamIds.get(first.stream) ?? "", `r${index}`] as [string, string], ...to];
  });
  return {
    streams: streams.map(({ name, topics, enabled }, index) => ({
      id: `s${index}`,
      names: [name],
      label: name,
      about: topics === null ? "topics chosen elsewhere" : `${topics.length} topic${topics.length === 1 ? "" : "s"}`,
      anchor: `stream-${name}`,
      off: !enabled,
    })),
    rules: groups.flatMap((group, index) => ruleNode(group, `r${index}`)),
    destinations: destinations.map((destination, index) => ({
      id: `d${index}`,
      names: [destination.name],
      label: destination.name,
      about: destinationAbout(destination),
      anchor: `destination-${destination.name}`,
      outside: destination.leaves.length > 0,
    })),
    edges,
  };
}

function sameWay(rules: readonly RulePart[]): RulePart[][] {
  const way = ({ stream, enabled, targets }: RulePart) =>
    JSON.stringify([stream, enabled, targets.map(({ destination }) => destination)]);
  return [...groupBy(rules, way).values()];
}

function ruleNode([first, ...others]: readonly RulePart[], id: string): FlowNode[] {
  if (first === undefined) return [];
  const topics =
    first.topics === null ? "all topics" : `${first.topics.length} topic${first.topics.length === 1 ? "" : "s"}`;
  const about = others.length === 0 ? topics : `and ${others.length} more rules that go the same way`;
  const names = [first, ...others].map(({ name }) => name);
  return [{ id, names, label: first.name, about, anchor: `rule-${first.name}`, off: !first.enabled }];
}

function destinationAbout({ type, leaves, host, account, region }: DestinationFacts): string {
  if (host !== null) return `${type}, outside AWS: ${host}`;
  const where = [
    ...(leaves.includes("account") ? [`account ${account}`] : []),
    ...(leaves.includes("region") ? [String(region)] : []),
  ];
  return where.length === 0 ? type : `${type}, in ${where.join(", ")}`;
}
