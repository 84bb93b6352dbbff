import * as z from "zod";
import { AT_ONCE, LASTING } from "../aws/alarm-kind";
import { parseArn } from "../aws/arn";
import { KAFKA_BATCH_BYTES, PAYLOAD_BYTES, PRODUCER_BROKERS, QUEUE_NAME_LENGTH } from "../aws/limits";
import { arn as arnOf, physicalName } from "../aws/names";
import { PIECE_BYTES, perMillion } from "../aws/prices";
import { broker, clusterArn, kafkaAuth, securityGroups, subnets, writtenTopic } from "../schema/kafka";
import { storedSecretSchema } from "../schema/secret";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";
import { EVENT_WITH_RULE } from "./parts/event-with-rule";
import { itemValue } from "./parts/item/schema";
import { keyWants, producerFaults, recordWritten } from "./parts/kafka/checks";
import { HOURS, producer } from "./parts/kafka/producer";
import { createQueue, queueParts } from "./parts/kafka/queue";

const WAITING_SECONDS = 900;
const LOG = "the function's log group, /aws/lambda/<environment>-<name>-produce: it has the reason of each batch";

const schema = z.strictObject({
  type: z.literal("kafka"),
  ...destinationKeys,
  brokers: z
    .array(broker)
    .min(1)
    .max(PRODUCER_BROKERS)
    // Nothing depends on how the file was written.
    .overwrite((brokers) => [...new Set(brokers)].sort())
    .optional()
    .meta({
      description:
        "Brokers of a cluster that AWS does not manage, or of Confluent Cloud, each as host:port; they tell of the others.",
      example: ["b1.kafka.acme.example:9096", "b2.kafka.acme.example:9096"],
      absent: "only where there is cluster_arn",
    }),
  cluster_arn: clusterArn.optional().meta({
    description: "An MSK cluster of this account and region, in place of brokers: the function asks it for them.",
    example: "arn:aws:kafka:us-east-1:123456789012:cluster/calls/3c4f9f1e-0000-4000-8000-00000000c0de-2",
    absent: "only where there are brokers",
  }),
  topic: writtenTopic.meta({
    description: "The Kafka topic, which must exist: nothing makes it.",
    example: "genesys.events",
  }),
  key_path: itemValue.optional().meta({
    description:
      "Key of each record: a path into the event, or topic[n], a part of detail.topicName between its dots, counted from 0. Records of one key go to one partition. An event without it is written without a key.",
    example: "detail.eventBody.conversationId",
    absent: "no key; a batch goes to any partition",
  }),
  compression: z.enum(["none", "gzip", "snappy", "lz4", "zstd"]).default("gzip").meta({
    description: "How batches are compressed.",
    example: "zstd",
  }),
  acks: z.enum(["all", "leader"]).default("all").meta({
    description:
      "Who must have a record before it counts as written: all replicas in sync, with a producer that is idempotent, or the partition's leader alone, which may lose it.",
    example: "leader",
  }),
  auth: kafkaAuth.optional().meta({
    description: "How the function proves who it is. A secret that is rotated is taken up without a deployment.",
    example: { type: "scram_sha_512", credentials: { secrets_manager: "kafka/writer" } },
    absent: "its IAM role where there is cluster_arn, and nothing where there are brokers in subnets",
  }),
  ca_certificate: storedSecretSchema.optional().meta({
    description:
      'The secret {"certificate": "…"} with the root certificate, in PEM, of the authority that the brokers\' own come from.',
    example: { secrets_manager: "kafka/ca" },
    absent: "a public authority; and no TLS where there is no auth either",
  }),
  subnets: subnets.optional().meta({
    description:
      "Subnets from where the brokers can be reached, with a way to SQS and, where they are used, Secrets Manager and MSK's API: a NAT gateway, or endpoints.",
    example: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"],
    absent: "the brokers are reached over the internet",
  }),
  security_groups: securityGroups.optional().meta({
    description: "Security groups of the function in these subnets. Required with subnets.",
    example: ["sg-0a1b2c3d"],
    absent: "only where there are no subnets",
  }),
});

export type KafkaDestination = z.output<typeof schema>;

export const kafka = defineDestination({
  type: "kafka",
  summary: "Kafka, Confluent Cloud or MSK: each event is a record of a topic, written in batches",
  schema,
  example: {
    type: "kafka",
    brokers: ["b1.kafka.acme.example:9096"],
    topic: "genesys.events",
    key_path: "detail.eventBody.id",
    auth: { type: "scram_sha_512", credentials: { secrets_manager: "kafka/writer" } },
  },
  within: "account",
  options: [],
  input: "own",
  payloadBytes: PAYLOAD_BYTES.sqs,
  notes: {
    encryption: "SQS's own key or kms_key_arn in the queue; TLS to brokers that have auth or ca_certificate",
    limits: `${KAFKA_BATCH_BYTES} bytes a record, compressed, unless the topic's max.message.bytes says otherwise`,
    failure: `dead-letter queue: from EventBridge where the queue takes nothing, from the function with Kafka's error as ERROR_CODE: at once for a record that is too large or invalid (MESSAGE_TOO_LARGE, INVALID_RECORD), otherwise after ${HOURS} hours of tries`,
    repeat: "one more record, which consumers must know by its header event_id",
    arrival: "the value of a record, beside the headers event_id and topic",
  },
  monitored: {
    dimensions: (arn) => ({ QueueName: parseArn(arn).resource }),
    alarms: [
      {
        ...AT_ONCE,
        kind: "unwritten-batches",
        subject: "functions",
        when: "a whole batch could not be written, or the function ran out of time",
        metric: { namespace: "AWS/Lambda", name: "Errors", statistic: "Sum" },
        advice: `Likeliest: the brokers cannot be reached, refuse the login, or have no such topic. Look first at ${LOG}. Events wait in the queue and are tried again for ${HOURS} hours.`,
      },
      {
        ...AT_ONCE,
        kind: "throttled-batches",
        subject: "functions",
        when: "Lambda refused to run the function",
        metric: { namespace: "AWS/Lambda", name: "Throttles", statistic: "Sum" },
        advice:
          "Likeliest: this account's functions in this region, all together, are above the quota of concurrent executions. Look first at that quota in Service Quotas, and ask for more. Events wait in the queue meanwhile.",
      },
      {
        ...LASTING,
        kind: "waiting-records",
        subject: "destination",
        when: `for 15 minutes an event has been waiting for more than ${WAITING_SECONDS / 60} minutes`,
        metric: { namespace: "AWS/SQS", name: "ApproximateAgeOfOldestMessage", statistic: "Maximum" },
        threshold: WAITING_SECONDS,
        advice: `Likeliest: the brokers cannot be reached, or one of them is down; or more events come than are written. Look first at ${LOG}; then at the state of the event source mapping. After ${HOURS} hours an event goes to the dead-letter queue.`,
      },
    ],
    count: { namespace: "AWS/SQS", name: "NumberOfMessagesSent", statistic: "Sum" },
    bytes: { namespace: "AWS/SQS", name: "SentMessageSize", statistic: "Sum" },
    usage: [
      {
        metric: { namespace: "AWS/SQS", name: "NumberOfMessagesSent", statistic: "Sum" },
        label: "records",
        price: perMillion.sqs_message,
        step_bytes: PIECE_BYTES,
      },
    ],
  },
  asked: ["brokers", "auth"],
  functions: (keys, context) => [producer(keys, context)],
  check: producerFaults,
  custody: ({ brokers }, { kms_key_arn }) => ({
    readers:
      "whoever the cluster lets read the topic; while events wait in the queue, identities of this account that may receive from it (sqs:ReceiveMessage)",
    retention: `the topic's own; ${HOURS} hours at most in the queue, until the brokers have the record`,
    encryption: `${kms_key_arn ?? "SSE-SQS (AES-256 with a key of SQS)"} in the queue; the cluster's own in the topic`,
    ...(brokers && { host: brokers.map((name) => name.replace(/:\d+$/, "")).join(", ") }),
  }),
  permission: () => ({ kind: "resource-policy", action: "sqs:SendMessage", fromRules: true }),
  creation: {
    keys: [],
    nameKey: "destination's name",
    nameForm: {
      form: `1 to ${QUEUE_NAME_LENGTH} letters, digits, - or _`,
      pattern: new RegExp(`^[A-Za-z0-9_-]{1,${QUEUE_NAME_LENGTH}}$`),
    },
    name: (_, environment, name) => physicalName(environment, name).replaceAll(".", "_"),
    arn: (place, name) => arnOf(place, "sqs", name),
    makes: queueParts,
    create: createQueue,
  },
  transformer: () => EVENT_WITH_RULE,
  wants: keyWants,
  writes: recordWritten,
  finds: () => "event",
});
