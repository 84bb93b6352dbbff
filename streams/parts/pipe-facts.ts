import type { KafkaAuth } from "../../schema/kafka";
import type { KafkaKeys } from "../kafka";
import type { Fact } from "../stream-type";

const AUTH: Readonly<Record<KafkaAuth["type"], string>> = {
  iam: "the pipe's IAM role",
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
    { term: "Pipe", text: `managed here, ${enabled ? "switched on" : "switched off"}` },
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
    { term: "Consumer group", text: consumer_group ?? "its own, called like its event bus" },
    { term: "Left out", text: filters === undefined ? "nothing" : `what matches none of ${filters.length} filters` },
  ];
}
