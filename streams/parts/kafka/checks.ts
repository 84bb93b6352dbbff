import { accessFaults, elsewhere } from "../../../parts/kafka-access";
import type { Fault } from "../../../text/issue";
import type { Path } from "../../../text/value";
import type { KafkaKeys } from "../../kafka";
import type { Named, Neighbour, Surroundings } from "../../stream-type";
import { isDecoded } from "./reader";

/** Returns the faults of one stream that reads a topic. */
export function checkReader({ name, keys }: Named<KafkaKeys>, top: Surroundings): Fault[] {
  const path = ["streams", name];
  return [
    ...accessFaults(keys, path, top, {
      client: "a pipe reads",
      owner: "a stream reads from",
      deed: "reads",
      secret: "kafka/reader",
      idle: ["ca_certificate", "subnets", "security_groups"],
    }),
    ...ofFormat(keys, path, top),
  ];
}

function ofFormat(keys: KafkaKeys, path: string[], top: Surroundings): Fault[] {
  const { schema_registry: registry, filters = [] } = keys;
  const at = [...path, "schema_registry"];
  if (!isDecoded(keys)) {
    const message = 'means nothing with format = "json"; write format = "avro" too, or leave it out';
    return registry === undefined ? [] : [{ id: "key-without-effect", path: at, atKey: true, message }];
  }
  if (registry === undefined) {
    const message =
      'is missing: it has the schemas of the records; write for example { url = "https://registry.acme.example", credentials = { secrets_manager = "kafka/registry" } }, or { arn = "…" } of AWS Glue';
    return [{ id: "missing-key", path: at, message }];
  }
  const found: Fault[] = [];
  if ("arn" in registry) {
    const apart = elsewhere(registry.arn, top);
    if (apart !== undefined) {
      const message = `is of account ${apart.there}, and Lambda reads registries of its own, ${apart.here}; write one of there`;
      found.push({ id: "arn-elsewhere", path: [...at, "arn"], message });
    }
  } else if (registry.credentials !== undefined && registry.certificate !== undefined) {
    const message = "cannot stand beside credentials, since Lambda proves itself in one way; leave one of the two out";
    found.push({ id: "key-without-effect", path: [...at, "certificate"], atKey: true, message });
  }
  return [...found, ...filters.flatMap((filter, index) => ofDecoded(filter, [...path, "filters", index]))];
}

/** Lambda filters what a registry decodes, and drops each record of which a filter names something else (developer guide, "Filtering for Avro and Protobuf", 2026-11). */
function ofDecoded(filter: object, path: Path): Fault[] {
  return Object.keys(filter)
    .filter((field) => !["value", "$or"].includes(field))
    .map((field) => {
      const message = 'is not seen by filters with format = "avro": Lambda looks at value alone; leave it out';
      return { id: "filter-unknown-field", path: [...path, field], atKey: true, message };
    });
}

/** Returns the fault of two streams that share out a topic's records among them, since both read in one consumer group. */
export function besideReader({ name, keys }: Named<KafkaKeys>, other: Neighbour<KafkaKeys>): Fault[] {
  const { consumer_group: group, topic } = keys;
  if (!other.first || group === undefined || group !== other.keys.consumer_group || topic !== other.keys.topic)
    return [];
  if (!isSameCluster(keys, other.keys)) return [];
  const whose = other.file === undefined ? other.name : `streams.${other.name} in ${other.file}`;
  const message = `is also the group of ${whose}, which reads the same topic: each would get a part of its records; write another, or leave it out`;
  return [{ id: "same-consumer-group", path: ["streams", name, "consumer_group"], message }];
}

function isSameCluster(one: KafkaKeys, other: KafkaKeys): boolean {
  if (one.cluster_arn !== undefined) return one.cluster_arn === other.cluster_arn;
  return one.brokers?.some((broker) => other.brokers?.includes(broker)) ?? false;
}
