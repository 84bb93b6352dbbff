import * as z from "zod";
import { defaults } from "../../config/defaults";
import { KINESIS_NAME_LENGTH, KINESIS_RETENTION_HOURS } from "../../config/limits";
import { arn as arnOf, physicalName } from "../../config/names";
import { arn, eventPath, text } from "../../config/schema/text";
import { defineDestination } from "./destination-type";

const STREAM = `[A-Za-z0-9_.-]{1,${KINESIS_NAME_LENGTH}}`;

export const kinesis = defineDestination({
  type: "kinesis",
  summary: "Kinesis Data Streams: events for consumers that read at their own pace",
  schema: z.strictObject({
    type: z.literal("kinesis"),
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
    stream_name: text(`1 to ${KINESIS_NAME_LENGTH} letters, digits, . - or _`, new RegExp(`^${STREAM}$`))
      .optional()
      .meta({
        description: "Name of the stream. Another name is another stream: the old one is destroyed with what it holds.",
        example: "calls",
        absent: "<environment>-<name>",
      }),
    mode: z.enum(["on_demand", "provisioned"]).default("on_demand").meta({
      description: "Who plans capacity: AWS (on_demand) or you, by shard_count (provisioned).",
      example: "provisioned",
    }),
    shard_count: z.int().min(1).optional().meta({
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
  creationKeys: ["stream_name", "mode", "shard_count", "retention_hours"],
  within: "region",
  options: ["partition_key_path"],
  input: "json",
  permission: { kind: "role", actions: ["kinesis:PutRecord"] },
  name: (keys, environment, name) => keys.stream_name ?? physicalName(environment, name),
  arn: (place, name) => arnOf(place, "kinesis", `stream/${name}`),
  create: ({ scope, bindings, id, name, tags, keys }) =>
    new bindings.KinesisStream(scope, id(bindings.KinesisStream), {
      name,
      streamModeDetails: { streamMode: keys.mode.toUpperCase() },
      ...(keys.mode === "provisioned" ? { shardCount: keys.shard_count ?? 1 } : {}),
      retentionPeriod: keys.retention_hours,
      encryptionType: "KMS",
      kmsKeyId: "alias/aws/kinesis",
      tags,
    }),
  parameters: (keys, options) => {
    const path = options.partition_key_path ?? keys.partition_key_path;
    return path === undefined ? {} : { kinesisTarget: { partitionKeyPath: `$.${path}` } };
  },
});
