import type { Environment } from "../../config/model";
import { logicalId, targetName } from "../../config/names";
import { own } from "../own";

/** Where an address of the stack comes from in the environment file; the nearest first. */
export function filePaths(environment: Environment): (address: string) => readonly string[] {
  const targets = new Map(
    Object.entries(environment.rules).flatMap(([rule, { targets }]) =>
      targets.map(({ destination }) => [
        logicalId(targetName(rule, destination)),
        [`rules.${rule}.targets.${destination}`, `destinations.${destination}`],
      ]),
    ),
  );
  const byId = (map: Readonly<Record<string, unknown>>, top: string) =>
    new Map(Object.keys(map).map((name) => [logicalId(name), [`${top}.${name}`]]));
  const streams = byId(environment.streams, "streams");
  const rules = byId(environment.rules, "rules");
  const destinations = byId(environment.destinations, "destinations");
  const byType: Readonly<Record<string, ReadonlyMap<string, readonly string[]>>> = {
    aws_cloudwatch_event_archive: new Map([...streams].map(([id, [path]]) => [id, [`${path}.archive`, `${path}`]])),
    aws_cloudwatch_event_bus: streams,
    aws_cloudwatch_event_rule: rules,
    aws_cloudwatch_event_target: targets,
    genesyscloud_integration: streams,
  };
  return (address) => {
    const [type = "", id = ""] = address.split(".");
    const logged = type === "aws_cloudwatch_log_group" ? streams.get(id.replace(/_bus-logs$/, "")) : undefined;
    if (logged !== undefined && id.endsWith("_bus-logs")) return logged.flatMap((path) => [`${path}.log_level`, path]);
    // A destination may consist of several resources of a type.
    return (own(byType, type) ?? destinations).get(id) ?? destinations.get(id.split("_")[0] ?? "") ?? [];
  };
}
