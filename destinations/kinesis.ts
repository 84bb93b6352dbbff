import * as z from "zod";
import { LASTING } from "../aws/alarm-kind";
import { defaults } from "../aws/defaults";
import { KINESIS_NAME_LENGTH, KINESIS_RETENTION_HOURS, KINESIS_SHARDS, PAYLOAD_BYTES } from "../aws/limits";
import { arn as arnOf, physicalName } from "../aws/names";
import { perMillion, perMonth, ROUNDED_BYTES } from "../aws/prices";
import { arn, eventPath, text } from "../schema/text";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";

const LATE_READER_SECONDS = 3600;
const STREAM = `[A-Za-z0-9_.-]{1,${KINESIS_NAME_LENGTH}}`;
const STREAM_FORM = {
  form: `1 to ${KINESIS_NAME_LENGTH} letters, digits, . - or _`,
  pattern: new RegExp(`^${STREAM}$`),
};

const PARTITION_KEY = {
  noun: "a partition key",
  required: true,
  structure: { fate: "a partition key is a text: nobody has shown what EventBridge makes of it" },
};

export const kinesis = defineDestination({
  type: "kinesis",
  summary: "Kinesis Data Streams: events for consumers that read at their own pace",
  schema: z.strictObject({
    type: z.literal("kinesis"),
    ...destinationKeys,
    arn: arn(
      "kinesis",
      `stream/${STREAM}`,
      "a Kinesis stream's ARN such as arn:aws:kinesis:us-east-1:123456789012:stream/calls",
    )
      .optional()
      .meta({
        description: "A stream that exists; only a role that may write to it is added.",
        example: "arn:aws:kinesis:us-east-1:123456789012:stream/calls",
        absent: "a stream is created",
      }),
    stream_name: text(STREAM_FORM.form, STREAM_FORM.pattern).optional().meta({
      description: "Name of the stream. Another name is another stream: the old one is destroyed with what it holds.",
      example: "calls",
      absent: "<environment>-<name>",
    }),
    mode: z.enum(["on_demand", "provisioned"]).default("on_demand").meta({
      description: "Who plans capacity: AWS (on_demand) or you, by shard_count (provisioned).",
      example: "provisioned",
    }),
    shard_count: z.int().min(1).max(KINESIS_SHARDS).optional().meta({
      description: "Number of shards, each for 1,000 records or 1 MiB a second; only with mode = provisioned.",
      example: 2,
      absent: "1 where mode is provisioned",
    }),
    retention_hours: z
      .int()
      .min(KINESIS_RETENTION_HOURS.min)
      .max(KINESIS_RETENTION_HOURS.max)
      .default(defaults.kinesis_retention_hours)
      .meta({
        description: "How long records are kept, in hours.",
        example: 168,
      }),
    partition_key_path: eventPath.optional().meta({
      description: "Path of the value that chooses the shard; it must be in every event that matches.",
      example: "detail.eventBody.conversationId",
      absent: "the event's id",
    }),
  }),
  example: { type: "kinesis", retention_hours: 168, partition_key_path: "detail.eventBody.conversationId" },
  within: "region",
  options: ["partition_key_path"],
  input: "json",
  payloadBytes: PAYLOAD_BYTES.kinesis,
  notes: {
    encryption: "KMS with AWS's key for Kinesis, or kms_key_arn",
    limits:
      "1 MiB a record, 1,000 records or 1 MiB a second and shard; a partition key path that is missing from an event loses it",
    failure:
      "dead-letter queue with NO_PERMISSIONS, NO_RESOURCE or THROTTLING; metric WriteProvisionedThroughputExceeded",
    repeat: "one more record of the same id; consumers must know it",
    arrival: "the data of a record, in base64 where Lambda or an API hands it on",
  },
  monitored: {
    dimensions: (arn) => ({ StreamName: arn.split("/")[1] ?? "" }),
    alarms: [
      {
        ...LASTING,
        kind: "refused-writes",
        subject: "destination",
        when: "the stream has been refusing records for 15 minutes",
        metric: { namespace: "AWS/Kinesis", name: "WriteProvisionedThroughputExceeded", statistic: "Sum" },
        advice:
          "Likeliest: too few shards, or a partition_key_path whose values crowd into one shard. Look first at IncomingBytes and IncomingRecords of the stream: 1 MiB or 1,000 records a second and shard. Events are tried again for 24 hours.",
      },
      {
        ...LASTING,
        kind: "slow-reader",
        subject: "destination",
        when: `a consumer is more than ${LATE_READER_SECONDS / 3600} hour behind`,
        // Sent only while somebody reads by GetRecords, so that a stream without consumers fires no alarm.
        metric: { namespace: "AWS/Kinesis", name: "GetRecords.IteratorAgeMilliseconds", statistic: "Maximum" },
        threshold: LATE_READER_SECONDS * 1000,
        advice:
          "Likeliest: the consumer fails on a record and repeats it, or has too little capacity. Look first at the consumer's own errors. What is older than retention_hours is lost to it.",
      },
    ],
    count: { namespace: "AWS/Kinesis", name: "IncomingRecords", statistic: "Sum" },
    bytes: { namespace: "AWS/Kinesis", name: "IncomingBytes", statistic: "Sum" },
    usage: [
      {
        metric: { namespace: "AWS/Kinesis", name: "IncomingBytes", statistic: "Sum" },
        label: "taken in",
        price: perMillion.kinesis_byte,
        step_bytes: ROUNDED_BYTES.kinesis,
      },
    ],
  },
  chargedBy: ({ arn, mode }) => {
    if (arn !== undefined) return "its mode, which the file does not say";
    return mode === "provisioned" ? "shards and hours" : undefined;
  },
  monthly: { label: "Kinesis streams on demand", dollars: perMonth.kinesis_stream },
  check: ({ mode, shard_count }, { path }) => {
    if (mode !== "on_demand" || shard_count === undefined) return [];
    const message = 'means nothing where AWS plans the capacity; leave it out, or write mode = "provisioned"';
    return [{ id: "key-without-effect", path: [...path, "shard_count"], atKey: true, message }];
  },
  custody: ({ retention_hours }, { kms_key_arn }) => ({
    readers: "identities of this account that may read the stream (kinesis:GetRecords, kinesis:SubscribeToShard)",
    retention: `${retention_hours} hours`,
    encryption: kms_key_arn ?? "KMS with AWS's key for Kinesis (alias/aws/kinesis)",
  }),
  keyUse: () => ({ via: ["kinesis"] }),
  permission: () => ({ kind: "role", actions: ["kinesis:PutRecord"], encrypts: "kinesis" }),
  creation: {
    keys: ["stream_name", "mode", "shard_count", "retention_hours"],
    nameKey: "stream_name",
    nameForm: STREAM_FORM,
    name: (keys, environment, name) => keys.stream_name ?? physicalName(environment, name),
    arn: (place, name) => arnOf(place, "kinesis", `stream/${name}`),
    makes: () => [{ type: "aws_kinesis_stream" }],
    create: ({ scope, bindings, id, place, name, tags, keys }) => ({
      ready: [
        new bindings.KinesisStream(scope, id(bindings.KinesisStream), {
          name,
          streamModeDetails: { streamMode: keys.mode.toUpperCase() },
          ...(keys.mode === "provisioned" ? { shardCount: keys.shard_count ?? 1 } : {}),
          retentionPeriod: keys.retention_hours,
          encryptionType: "KMS",
          kmsKeyId: place.kms_key_arn ?? "alias/aws/kinesis",
          tags,
        }),
      ],
    }),
  },
  wants: ({ partition_key_path: path }) =>
    path === undefined ? [] : [{ key: ["partition_key_path"], path, use: PARTITION_KEY }],
  parameters: (keys, options) => {
    const path = options.partition_key_path ?? keys.partition_key_path;
    return path === undefined ? {} : { kinesisTarget: { partitionKeyPath: `$.${path}` } };
  },
});
