import type { KafkaAuth } from "../../../schema/kafka";
import type { KafkaKeys } from "../../kafka";
import type { Fact } from "../../stream-type";
import { isDecoded } from "./reader";
import { accessTo, type SchemaRegistry } from "./registry";

const AUTH: Readonly<Record<KafkaAuth["type"], string>> = {
  iam: "the IAM role of what reads",
  mtls: "a client's certificate, from Secrets Manager",
  plain: "user name and password by SASL/PLAIN over TLS, from Secrets Manager",
  scram_sha_256: "user name and password by SASL/SCRAM-SHA-256 over TLS, from Secrets Manager",
  scram_sha_512: "user name and password by SASL/SCRAM-SHA-512 over TLS, from Secrets Manager",
};

/** Returns what an auditor asks of a topic that is read. */
export function readerFacts(keys: KafkaKeys): Fact[] {
  const { auth, brokers, cluster_arn, topic, consumer_group, filters, enabled, subnets } = keys;
  const type = auth?.type ?? (cluster_arn === undefined ? undefined : "iam");
  return [
    {
      term: isDecoded(keys) ? "Event source mapping" : "Pipe",
      text: `managed here, ${enabled ? "switched on" : "switched off"}`,
    },
    { term: "Topic", text: `${topic} of ${cluster_arn ?? brokers?.join(", ")}` },
    {
      term: "Who may send",
      text: "whoever the cluster lets write to the topic; nobody else may put events on the bus but identities of this account",
    },
    { term: "Proves itself by", text: type === undefined ? "nothing: anybody in its subnets may read" : AUTH[type] },
    {
      term: "Network",
      text:
        subnets === undefined ? (cluster_arn === undefined ? "the internet" : "the cluster's own") : subnets.join(", "),
    },
    ...registryFacts(keys.schema_registry),
    { term: "Consumer group", text: consumer_group ?? "its own, called like its event bus" },
    { term: "Left out", text: filters === undefined ? "nothing" : `what matches none of ${filters.length} filters` },
  ];
}

function registryFacts(registry: SchemaRegistry | undefined): Fact[] {
  if (registry === undefined) return [];
  const proof = "arn" in registry ? "the IAM role of the function" : PROOF[accessTo(registry)[0]?.type ?? ""];
  return [
    {
      term: "Schema registry",
      text: `${"arn" in registry ? registry.arn : registry.url}, which is asked for schemas by ${proof ?? "nobody in particular: anybody who reaches it may read"}`,
    },
    {
      term: "What cannot be decoded",
      text: "stays in the topic; its place there and the reason go to the dead-letter queue",
    },
  ];
}

const PROOF: Readonly<Record<string, string>> = {
  BASIC_AUTH: "user name and password, from Secrets Manager",
  CLIENT_CERTIFICATE_TLS_AUTH: "a client's certificate, from Secrets Manager",
};
