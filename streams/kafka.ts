import * as z from "zod";
import { CONSUMER_GROUP_LENGTH, PIPE_BROKERS, PIPE_FILTERS } from "../aws/limits";
import { ownSource, physicalName } from "../aws/names";
import { broker, clusterArn, kafkaAuth, kafkaTopic, securityGroups, subnets } from "../schema/kafka";
import { patternSchema } from "../schema/pattern";
import { storedSecretSchema } from "../schema/secret";
import { text } from "../schema/text";
import { besideReader, checkReader } from "./parts/kafka/checks";
import { readerFacts } from "./parts/kafka/facts";
import { fillByFunction } from "./parts/kafka/mapping";
import { mappingMonitoring } from "./parts/kafka/mapping-monitoring";
import { fillByPipe } from "./parts/kafka/pipe";
import { pipeMonitoring } from "./parts/kafka/pipe-monitoring";
import { pipeKeyUse, pipeParts } from "./parts/kafka/pipe-parts";
import { isDecoded, reader } from "./parts/kafka/reader";
import { RECORD_FIELDS, receivedRecord, recordEnvelope } from "./parts/kafka/record";
import { schemaRegistry } from "./parts/kafka/registry";
import { streamKeys } from "./stream-keys";
import { defineStream } from "./stream-type";

const TYPE = "kafka";
const REPLACED = "Another one replaces the pipe.";

const schema = z.strictObject({
  type: z.literal(TYPE),
  brokers: z
    .array(broker)
    .min(1)
    .max(PIPE_BROKERS)
    // Nothing depends on how the file was written.
    .overwrite((brokers) => [...new Set(brokers)].sort())
    .optional()
    .meta({
      description: `Up to ${PIPE_BROKERS} brokers of a cluster that AWS does not manage, or of Confluent Cloud, each as host:port; they tell of the others. Others replace the pipe.`,
      example: ["b1.kafka.acme.example:9096", "b2.kafka.acme.example:9096"],
      absent: "only where there is cluster_arn",
    }),
  cluster_arn: clusterArn.optional().meta({
    description: `An MSK cluster of this account and region, in place of brokers. ${REPLACED}`,
    example: "arn:aws:kafka:us-east-1:123456789012:cluster/calls/3c4f9f1e-0000-4000-8000-00000000c0de-2",
    absent: "only where there are brokers",
  }),
  topic: kafkaTopic.meta({
    description: `The Kafka topic. It becomes the detail-type of every event, and so the one that rules know as topic. ${REPLACED}`,
    example: "interactions",
  }),
  consumer_group: text(
    `1 to ${CONSUMER_GROUP_LENGTH} letters, digits or / * : _ + = . @ -`,
    new RegExp(`^[A-Za-z0-9/*:_+=.@-]{1,${CONSUMER_GROUP_LENGTH}}$`),
  )
    .optional()
    .meta({
      description: `The consumer group, whose offsets the cluster keeps: a pipe that stood still or was replaced goes on there. Nobody else may read the topic in it. ${REPLACED}`,
      example: "genesys-to-aws",
      absent: "<environment>-<stream>",
    }),
  start: z
    .enum(["latest", "earliest"])
    .default("latest")
    .meta({
      description: `Where a consumer group begins that has no offset yet: behind the last record, or at the first that is kept. ${REPLACED}`,
      example: "earliest",
    }),
  auth: kafkaAuth.optional().meta({
    description: "How the pipe proves who it is.",
    example: { type: "scram_sha_512", credentials: { secrets_manager: "kafka/reader" } },
    absent: "its IAM role where there is cluster_arn, and nothing where there are brokers in subnets",
  }),
  ca_certificate: storedSecretSchema.optional().meta({
    description:
      'The secret {"certificate": "…"} with the root certificate, in PEM, of the authority that the brokers\' own come from.',
    example: { secrets_manager: "kafka/ca" },
    absent: "a public authority",
  }),
  subnets: subnets.optional().meta({
    description:
      "Subnets from where the brokers can be reached, with a way to AWS: a NAT gateway or the endpoints that docs/how-to/multicloud-cx.md lists. With brokers only, an MSK cluster has its own.",
    example: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"],
    absent: "the brokers are reached over the internet",
  }),
  security_groups: securityGroups.optional().meta({
    description: "Security groups of the pipe in these subnets. Required with subnets.",
    example: ["sg-0a1b2c3d"],
    absent: "only where there are no subnets",
  }),
  filters: z
    .array(patternSchema)
    .min(1)
    .max(PIPE_FILTERS)
    .optional()
    .meta({
      description:
        "Patterns on the record, as those of rules: {topic, partition, offset, timestamp, key, value, headers}. A record comes through where one of them matches. A pattern on value or key looks at JSON only: a record whose value is no JSON comes through it.",
      example: [{ value: { tenantID: ["acme"] } }],
      absent: "every record comes through",
    }),
  format: z.enum(["json", "avro"]).default("json").meta({
    description:
      "The form of the records' values. json: a pipe reads them, and what is no JSON comes as text, in base64. avro: Lambda reads and decodes them by the schemas of schema_registry, a function of ours puts them on the bus as JSON, and what cannot be decoded goes to the dead-letter queue. The other one replaces what reads.",
    example: "avro",
  }),
  schema_registry: schemaRegistry.optional().meta({
    description: 'The registry with the schemas of the values. Required with format = "avro".',
    example: {
      url: "https://psrc-4nrnd.us-east-2.aws.confluent.cloud",
      credentials: { secrets_manager: "kafka/registry" },
    },
    absent: 'only where format is "json"',
  }),
  ...streamKeys,
});

export type KafkaKeys = z.output<typeof schema>;

export const kafka = defineStream({
  type: TYPE,
  summary: "A topic of a Kafka cluster, read by a pipe or by Lambda onto an event bus of its own",
  schema,
  example: {
    type: TYPE,
    brokers: ["b1.kafka.acme.example:9096"],
    topic: "interactions",
    auth: { type: "scram_sha_512", credentials: { secrets_manager: "kafka/reader" } },
  },
  sender: "Kafka",
  topicsKey: "topic",
  optionNames: { brokers: "broker" },
  asked: ({ cluster_arn }) => (cluster_arn === undefined ? ["brokers", "auth"] : []),
  ownToEnvironment: ["consumer_group"],
  topics: ({ topic }) => [topic],
  namedByOrganization: false,
  managedInGenesysCloud: () => false,
  sources: { called: "the stream's source", form: ownSource(TYPE, "<environment>", "<stream>") },
  envelope: recordEnvelope,
  impossibleControls: [],
  source: (_, { environment, stream }) => ownSource(TYPE, environment, stream),
  bus: (_, { environment, stream }) => physicalName(environment, stream),
  check: checkReader,
  beside: besideReader,
  filters: { fields: RECORD_FIELDS, of: ({ filters }) => filters ?? [] },
  received: receivedRecord,
  keyUse: (keys, origin, place) => (isDecoded(keys) ? {} : pipeKeyUse(origin, place)),
  facts: readerFacts,
  functions: (keys, context) => (isDecoded(keys) ? [reader(keys, context)] : []),
  monitored: pipeMonitoring,
  variants: [{ called: 'format = "avro"', of: isDecoded, monitored: mappingMonitoring }],
  makes: (keys, origin) => (isDecoded(keys) ? [{ type: "aws_lambda_event_source_mapping" }] : pipeParts(origin)),
  create: (context) => (isDecoded(context.keys) ? fillByFunction(context) : fillByPipe(context)),
});
