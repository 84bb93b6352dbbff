import * as z from "zod";
import {
  BROKER_LENGTH,
  DETAIL_TYPE_LENGTH,
  KAFKA_TOPIC_LENGTH,
  PIPE_SECURITY_GROUPS,
  PIPE_SUBNETS,
} from "../aws/limits";
import { securityGroupId, subnetId } from "./network";
import { storedSecretSchema } from "./secret";
import { arn, text } from "./text";

const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
const READER = { secrets_manager: "kafka/reader" };

/** A broker, by host and port. */
export const broker = text(
  "host:port, such as b1.kafka.acme.example:9096",
  new RegExp(`^(?=.{3,${BROKER_LENGTH}}$)(?:${LABEL}\\.)*${LABEL}:\\d{1,5}$`),
);

const topicOf = (length: number) =>
  text(
    `2 to ${length} letters, digits or . _ - that begin with no dot`,
    new RegExp(`^[A-Za-z0-9_-][A-Za-z0-9._-]{1,${length - 1}}$`),
  );

/** A topic that is read, whose name becomes the detail-type of its events. */
export const kafkaTopic = topicOf(DETAIL_TYPE_LENGTH);
/** A topic that is written. */
export const writtenTopic = topicOf(KAFKA_TOPIC_LENGTH);

const CLUSTER = "cluster/[A-Za-z0-9-]{1,64}/[A-Za-z0-9-]{1,64}";
const CLUSTER_FORM =
  "an MSK cluster's ARN such as arn:aws:kafka:us-east-1:123456789012:cluster/calls/3c4f9f1e-0000-4000-8000-00000000c0de-2";

/** The ARN of an MSK cluster, which ends in an id. */
export const clusterArn = arn("kafka", CLUSTER, CLUSTER_FORM);

const password = (type: "plain" | "scram_sha_256" | "scram_sha_512", called: string) =>
  z
    .strictObject({
      type: z.literal(type),
      credentials: storedSecretSchema.meta({
        description: 'The secret {"username": "…", "password": "…"}.',
        example: READER,
      }),
    })
    .meta({ description: `A user name and a password, by ${called} over TLS.` });

/** The ways of a Kafka client to prove who it is. */
export const kafkaAuth = z
  .discriminatedUnion("type", [
    password("plain", "SASL/PLAIN"),
    password("scram_sha_256", "SASL/SCRAM-SHA-256"),
    password("scram_sha_512", "SASL/SCRAM-SHA-512"),
    z
      .strictObject({
        type: z.literal("mtls"),
        certificate: storedSecretSchema.meta({
          description:
            'The secret {"certificate": "…", "privateKey": "…", "privateKeyPassword": "…"}, the first two in PEM, the last only where the key is encrypted, by PBES1.',
          example: { secrets_manager: "kafka/client-certificate" },
        }),
      })
      .meta({ description: "A client's certificate." }),
    z.strictObject({ type: z.literal("iam") }).meta({ description: "The IAM role of the reader; MSK only." }),
  ])
  .meta({ title: "kafka auth", description: "How the brokers are told who reads." });

export type KafkaAuth = z.output<typeof kafkaAuth>;

/** Returns the secret that a client proves itself with. */
export function secretOfAuth(auth: KafkaAuth | undefined): string | undefined {
  if (auth === undefined || auth.type === "iam") return undefined;
  return (auth.type === "mtls" ? auth.certificate : auth.credentials).secrets_manager;
}

export const subnets = z.array(subnetId).min(1).max(PIPE_SUBNETS);
export const securityGroups = z.array(securityGroupId).min(1).max(PIPE_SECURITY_GROUPS);
