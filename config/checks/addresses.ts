import type { Finding } from "../issue";
import type { Draft } from "../model";
import { logicalId, partName, permissionName, targetName } from "../names";
import { notified } from "../notify";
import type { Path } from "../read/tree";

/** Two names that Terraform would take for one: CDKTF merges their resources without a word. */
export function addressFindings(draft: Draft): Finding[] {
  const names = (kind: "streams" | "rules" | "destinations") =>
    Object.keys(draft[kind]).map((name): [string, Path] => [name, [kind, name]]);
  const targets = Object.entries(draft.rules).flatMap(([rule, { targets }]) =>
    [...new Set(targets.map(({ destination }) => destination))].map((destination): [string, Path] => [
      targetName(rule, destination),
      ["rules", rule, "targets"],
    ]),
  );
  const ofType = (type: string) =>
    Object.keys(draft.destinations).filter((name) => draft.destinations[name]?.type === type);
  const destinations: [string, Path][] = [
    ["dead-letters", ["destinations"]],
    ...names("destinations"),
    ...Object.entries(draft.streams)
      .filter(([, { log_level }]) => log_level !== "off")
      .map(([name]): [string, Path] => [partName(name, "bus-logs"), ["streams", name]]),
    ...ofType("firehose").flatMap((name) =>
      ["firehose", "errors"].map((part): [string, Path] => [partName(name, part), ["destinations", name]]),
    ),
  ];
  const permissions = ofType("lambda").flatMap((name) =>
    Object.keys(draft.streams).map((stream): [string, Path] => [permissionName(name, stream), ["destinations", name]]),
  );
  const toldAt: Path = ["monitoring", "notify"];
  const told = draft.top.monitoring === undefined ? [] : notified(draft.top.monitoring).addresses;
  const receivers = told.map((address): [string, Path] => [address, toldAt]);
  // The topic of the alarms, which all receivers share.
  const topics = receivers
    .slice(0, 1)
    .map(([, path]): [string, Path] => ["alarms", path])
    .concat(ofType("sns").map((name): [string, Path] => [name, ["destinations", name]]));
  return [names("streams"), names("rules"), destinations, targets, permissions, receivers, topics].flatMap(collisions);
}

function collisions(names: [name: string, path: Path][]): Finding[] {
  const first = new Map<string, string>();
  return names.flatMap(([name, path]): Finding[] => {
    const id = logicalId(name);
    const other = first.get(id);
    first.set(id, other ?? name);
    if (other === undefined) return [];
    const message = `"${name}" and "${other}" would both be ${id} in Terraform, and become one resource; rename one of them`;
    return [{ id: "same-logical-id", path, atKey: true, message }];
  });
}
