import { arn } from "../../../aws/names";
import { isMap } from "../../../text/value";
import { type Adoptable, orNothing, textOf } from "../adoptable";

export const kinesisStream: Adoptable = {
  type: "aws_kinesis_stream",
  async find({ name }, { aws }) {
    const { DescribeStreamSummaryCommand, KinesisClient } = await import("@aws-sdk/client-kinesis");
    const client = aws.client(KinesisClient);
    const answer = await orNothing(client.send(new DescribeStreamSummaryCommand({ StreamName: textOf(name) })));
    const found = answer?.StreamDescriptionSummary;
    if (found === undefined) return undefined;
    const mode = found.StreamModeDetails?.StreamMode ?? "PROVISIONED";
    return {
      name,
      retention_period: found.RetentionPeriodHours ?? null,
      encryption_type: found.EncryptionType === "KMS" ? "KMS" : null,
      kms_key_id: found.KeyId ?? null,
      stream_mode_details: { stream_mode: mode },
      shard_count: mode === "PROVISIONED" ? (found.OpenShardCount ?? null) : null,
    };
  },
  keys({ kms_key_id: key, stream_mode_details, shard_count, retention_period }) {
    if (key !== null && key !== "alias/aws/kinesis") return "it has a KMS key of its own";
    const provisioned = isMap(stream_mode_details) && stream_mode_details.stream_mode === "PROVISIONED";
    return { ...(provisioned && { mode: "provisioned", shard_count }), retention_hours: retention_period };
  },
  reads: ({ name }, place) => [
    { actions: ["kinesis:DescribeStreamSummary"], resources: [arn(place, "kinesis", `stream/${textOf(name)}`)] },
  ],
  loses: (attribute, now, wanted) =>
    attribute === "retention_period" && Number(now) > Number(wanted)
      ? `records that are older than ${Number(wanted)} hours are deleted`
      : undefined,
};
