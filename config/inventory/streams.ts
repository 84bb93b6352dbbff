import { busLogGroupName } from "../../aws/log-groups";
import { archiveName, logDeliveryName, partName, UNKNOWN_ORGANIZATION } from "../../aws/names";
import type { Part } from "../../aws/part";
import { knownAs, namesOf } from "../../schema/identity";
import { streamType } from "../../streams";
import { functionsOf } from "../../streams/parts/functions";
import { levelsOf } from "../../streams/stream-keys";
import type { StreamType } from "../../streams/stream-type";
import type { Stream } from "../model";
import { functionParts } from "./functions";
import { type Inventoried, type Item, itemOf } from "./item";

/** The kind of name that a bus takes. */
export const BUS_KIND = "bus";

interface StreamPart extends Part {
  readonly owner?: string;
  /** The key of the stream that has it made. */
  readonly by?: string;
}

/** Returns what the streams make: what feeds each bus, the bus, and what keeps and logs its events. */
export function streamItems(owner: Inventoried): Item[] {
  const { name: environment, streams, organization_id } = owner;
  return Object.entries(streams).flatMap(([key, keys]) => {
    const called = knownAs(key, keys);
    const path = ["streams", key];
    const type = streamType(keys.type);
    const origin = { environment, stream: called, organization: organization_id ?? UNKNOWN_ORGANIZATION };
    const parts: readonly StreamPart[] = [
      busOf(type, type.bus(keys, origin)),
      ...type.makes(keys, origin),
      ...functionsOf(type, owner, key, keys).flatMap(functionParts),
      ...kept(environment, called, key, keys),
      ...logged(environment, called, key, keys),
    ];
    return parts.map(({ owner = key, by, ...part }) => {
      const paths = by === undefined ? ([path] as const) : ([[...path, by], path] as const);
      return itemOf(part, namesOf(key, keys), { paths, owner }, partName);
    });
  });
}

/** Buses with reserved names are compared by their type, which knows what such names are made of. */
function busOf({ sources }: StreamType, name: string): Part {
  const bus = { type: "aws_cloudwatch_event_bus" };
  return sources.reserved === undefined ? { ...bus, takes: { name, kind: BUS_KIND, within: "region" } } : bus;
}

function kept(environment: string, called: string, key: string, { archive, schema_discovery }: Stream) {
  const name = archiveName(environment, called);
  const takes = { name, kind: "archive", within: "region" } as const;
  return [
    ...(archive
      ? [{ type: "aws_cloudwatch_event_archive", owner: `the archive of ${key}`, by: "archive", takes }]
      : []),
    ...(schema_discovery ? [{ type: "aws_schemas_discoverer", by: "schema_discovery" }] : []),
  ];
}

function logged(environment: string, called: string, key: string, { log_level }: Stream) {
  const levels = levelsOf(log_level);
  if (levels.length === 0) return [];
  const [group, delivery] = [busLogGroupName(environment, called), logDeliveryName(environment, called, "logs")];
  return [
    {
      type: "aws_cloudwatch_log_group",
      part: "bus-logs",
      by: "log_level",
      owner: `the log group of ${key}`,
      takes: { name: group, kind: "log_group", within: "region" } as const,
    },
    {
      type: "aws_cloudwatch_log_delivery_destination",
      by: "log_level",
      owner: `the delivery of the logs of ${key}`,
      takes: { name: delivery, kind: "log_delivery", within: "account" } as const,
    },
    ...levels.flatMap((part) => [
      { type: "aws_cloudwatch_log_delivery_source", part, by: "log_level" },
      { type: "aws_cloudwatch_log_delivery", part, by: "log_level" },
    ]),
  ];
}
