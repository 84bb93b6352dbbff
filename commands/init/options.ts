import type { Options } from "../command";
import { regionOffers, topicOffers } from "../offers";

/** Every option by its name; those of the file's keys are looked up in `option-names.ts`. */
export const options = {
  account: { type: "string", value: "ID", help: "the AWS account, 12 digits", offers: {} },
  region: { type: "string", value: "REGION", help: "the AWS region, such as us-east-1", offers: regionOffers },
  suffix: { type: "string", value: "SUFFIX", help: "the last part of the partner event source's name", offers: {} },
  topic: {
    type: "string",
    value: "TOPIC",
    multiple: true,
    offers: topicOffers,
    help: "a topic of Genesys Cloud to send, such as 'v2.users.{id}.presence'; several times for several; the one of Kafka to read",
  },
  broker: {
    type: "string",
    value: "HOST:PORT",
    multiple: true,
    offers: {},
    help: "a broker of Kafka, such as b1.kafka.acme.example:9096; several times for up to three",
  },
  "cluster-arn": { type: "string", value: "ARN", offers: {}, help: "an MSK cluster, in place of brokers" },
  "consumer-group": {
    type: "string",
    value: "GROUP",
    offers: {},
    default: "NAME and the stream's name",
    help: "the consumer group that reads the topic of Kafka",
  },
  auth: {
    type: "string",
    value: "TYPE=VALUES",
    offers: {},
    help: "how a sender of https or a reader of kafka proves who it is, with what the type requires, between commas: scram_sha_512=SECRET, or hmac=HEADER,SECRET",
  },
  destination: {
    type: "string",
    value: "TYPE[=VALUE]",
    multiple: true,
    offers: {
      values: async () =>
        (await import("../../destinations")).destinationTypes.map(({ type, summary }) => [type, summary]),
    },
    help: "where events go, such as sqs or lambda=ARN; several times for several",
  },
  "stream-type": {
    type: "string",
    value: "TYPE",
    offers: {
      values: async () => (await import("../../streams")).streamTypes.map(({ type, summary }) => [type, summary]),
    },
    default: "the integration of Genesys Cloud",
    help: "the type of the stream, where events come from",
  },
  "genesys-region": {
    type: "string",
    value: "REGION",
    offers: { values: async () => (await import("../../genesys/regions")).genesysRegions },
    default: "the environment variable GENESYSCLOUD_REGION",
    help: "the region of the Genesys Cloud organization",
  },
  "organization-id": {
    type: "string",
    value: "UUID",
    offers: {},
    default: "read from the organization",
    help: "the id of the Genesys Cloud organization",
  },
  "state-bucket": {
    type: "string",
    value: "BUCKET",
    offers: {},
    default: "a local file, good for a first try",
    help: "the S3 bucket for Terraform's state",
  },
  "state-key": {
    type: "string",
    value: "KEY",
    offers: {},
    default: "genesys-eventbridge/NAME.tfstate",
    help: "the state's key in that bucket",
  },
  "state-region": {
    type: "string",
    value: "REGION",
    offers: regionOffers,
    default: "that of --region",
    help: "the region of that bucket",
  },
  directory: {
    type: "string",
    value: "FOLDER",
    offers: { files: [] },
    default: "this project",
    help: "where to begin",
  },
  "dry-run": { type: "boolean", help: "show what would be written, and write nothing" },
  yes: { type: "boolean", short: "y", help: "ask nothing" },
  json: { type: "boolean", help: "say for programs what was written" },
} as const satisfies Options;
