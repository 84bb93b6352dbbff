import { parseArn } from "../../../aws/arn";
import type { Fault } from "../../../text/issue";
import type { Path } from "../../../text/value";
import type { KafkaKeys } from "../../kafka";
import type { Named, Neighbour, Surroundings } from "../../stream-type";
import { isDecoded } from "./reader";

/** Returns the faults of one stream that reads a topic. */
export function checkReader({ name, keys }: Named<KafkaKeys>, top: Surroundings): Fault[] {
  const path = ["streams", name];
  return [...ofSource(keys, path, top), ...ofFormat(keys, path, top)];
}

function ofSource(keys: KafkaKeys, path: string[], top: Surroundings): Fault[] {
  if (keys.brokers !== undefined && keys.cluster_arn !== undefined) {
    const message = "cannot stand beside brokers, since a stream reads from one cluster; leave one of the two out";
    return [{ id: "key-without-effect", path: [...path, "cluster_arn"], message }];
  }
  if (keys.cluster_arn !== undefined) return ofCluster(keys, keys.cluster_arn, path, top);
  if (keys.brokers !== undefined) return ofBrokers(keys, path);
  const message = 'is missing: write the brokers, for example ["b1.kafka.acme.example:9096"], or cluster_arn for MSK';
  return [{ id: "missing-key", path: [...path, "brokers"], message }];
}

function ofFormat(keys: KafkaKeys, path: string[], { aws_account_id, aws_region }: Surroundings): Fault[] {
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
    const { account, region } = parseArn(registry.arn);
    const [here, there] = [`${aws_account_id} in ${aws_region}`, `${account} in ${region}`];
    if (aws_account_id !== undefined && aws_region !== undefined && here !== there) {
      const message = `is of account ${there}, and Lambda reads registries of its own, ${here}; write one of there`;
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

const NETWORK = ["ca_certificate", "subnets", "security_groups"] as const;

function ofCluster(keys: KafkaKeys, cluster: string, path: string[], top: Surroundings): Fault[] {
  const found: Fault[] = NETWORK.filter((key) => keys[key] !== undefined).map((key) => {
    const message = "means nothing beside cluster_arn: MSK has its own; leave it out";
    return { id: "key-without-effect", path: [...path, key], atKey: true, message };
  });
  const type = keys.auth?.type;
  if (type === "plain" || type === "scram_sha_256") {
    const message = `is "${type}", which MSK does not have; write iam, scram_sha_512 or mtls`;
    found.push({ id: "auth-not-taken", path: [...path, "auth", "type"], message });
  }
  const { account, region } = parseArn(cluster);
  const [here, there] = [`${top.aws_account_id} in ${top.aws_region}`, `${account} in ${region}`];
  if (top.aws_account_id !== undefined && top.aws_region !== undefined && here !== there) {
    const message = `is of account ${there}, and a pipe reads in its own, ${here}; write a cluster of there, or its brokers`;
    found.push({ id: "arn-elsewhere", path: [...path, "cluster_arn"], message });
  }
  return found;
}

function ofBrokers(keys: KafkaKeys, path: string[]): Fault[] {
  const { auth, subnets, security_groups } = keys;
  const found: Fault[] = [];
  if (auth?.type === "iam") {
    const message =
      'is "iam", which MSK alone has; write scram_sha_512, scram_sha_256, plain or mtls, or cluster_arn in place of brokers';
    found.push({ id: "auth-not-taken", path: [...path, "auth", "type"], message });
  }
  if (auth === undefined && subnets === undefined) {
    const message =
      'is missing: brokers on the internet must know who reads; write for example { type = "scram_sha_512", credentials = { secrets_manager = "kafka/reader" } }';
    found.push({ id: "missing-key", path: [...path, "auth"], message });
  }
  if (subnets !== undefined && security_groups === undefined) {
    const message = 'is missing: a pipe in subnets needs one at least; write for example ["sg-0a1b2c3d"]';
    found.push({ id: "missing-key", path: [...path, "security_groups"], message });
  }
  if (subnets === undefined && security_groups !== undefined) {
    const message = "means nothing without subnets; write these too, or leave it out";
    found.push({ id: "key-without-effect", path: [...path, "security_groups"], atKey: true, message });
  }
  return found;
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
