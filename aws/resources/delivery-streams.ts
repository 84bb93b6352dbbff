import type { ResourceTypes } from "./resource-type";

export const deliveryStreams: ResourceTypes = {
  aws_kinesis_firehose_delivery_stream: {
    noun: "delivery stream",
    loss: "with what it has not written yet",
    arn: ["firehose", (name) => `deliverystream/${name}`],
    delivery: "firehose",
    encryption: {
      // With a Kinesis stream before it, that stream encrypts.
      by: [{ set: "kinesis_source_configuration" }, { block: "server_side_encryption", flag: "enabled" }],
      none: "the delivery stream is not encrypted",
      severity: "medium",
    },
    filesInto: ["extended_s3_configuration", "bucket_arn"],
    tagged: true,
  },
  aws_kinesis_stream: {
    noun: "Kinesis stream",
    loss: "with every record in it",
    arn: ["kinesis", (name) => `stream/${name}`],
    delivery: "kinesis",
    encryption: { by: [{ attribute: "encryption_type", value: "KMS" }], none: "the stream is not encrypted" },
    retention: { attribute: "retention_period", unit: "hours", forEver: false },
    tagged: true,
  },
};
