import type { Attributes, Grant } from "./grant";
import { anything, both, held, named } from "./grant";
import type { ResourceTypes } from "./resource-type";

const keyOf = ({ server_side_encryption: block }: Attributes) => ({ key: isRecord(block) ? block.key_arn : undefined });
const isRecord = (value: unknown): value is Attributes => typeof value === "object" && value !== null;

/** Firehose makes itself a grant of the owner's key, in the name of whoever makes the delivery stream. */
const keyGrant: Grant = {
  write: ["kms:CreateGrant"],
  on: (place, of) => held("key")(place, keyOf(of)),
  when: (of) => keyOf(of).key !== undefined,
  condition: ({ aws_region }) => ({
    StringEquals: { "kms:ViaService": `firehose.${aws_region}.amazonaws.com` },
    Bool: { "kms:GrantIsForAWSResource": "true" },
  }),
};

export const deliveryStreams: ResourceTypes = {
  aws_kinesis_firehose_delivery_stream: {
    noun: "delivery stream",
    importId: ({ arn }) => `${arn}`,
    loss: "with what it has not written yet",
    arn: ["firehose", (name) => `deliverystream/${name}`],
    delivery: "firehose",
    encryption: {
      // With a Kinesis stream before it, that stream encrypts.
      by: [{ set: "kinesis_source_configuration" }, { block: "server_side_encryption", flag: "enabled" }],
      none: "the delivery stream is not encrypted",
      severity: "medium",
    },
    endpoints: [
      ["http_endpoint_configuration", "url"],
      ["splunk_configuration", "hec_endpoint"],
    ],
    filesInto: [
      ["extended_s3_configuration", "bucket_arn"],
      ["http_endpoint_configuration", "s3_configuration", "bucket_arn"],
      ["splunk_configuration", "s3_configuration", "bucket_arn"],
    ],
    tagged: true,
    deploy: [
      {
        read: ["firehose:DescribeDeliveryStream", "firehose:ListTagsForDeliveryStream"],
        write: [
          "firehose:CreateDeliveryStream",
          "firehose:DeleteDeliveryStream",
          "firehose:StartDeliveryStreamEncryption",
          "firehose:TagDeliveryStream",
          "firehose:UntagDeliveryStream",
          "firehose:UpdateDestination",
        ],
        on: named("firehose", ["deliverystream/NAME"]),
      },
      keyGrant,
    ],
  },
  aws_kinesis_stream: {
    noun: "Kinesis stream",
    importId: ({ name }) => `${name}`,
    loss: "with every record in it",
    arn: ["kinesis", (name) => `stream/${name}`],
    delivery: "kinesis",
    encryption: { by: [{ attribute: "encryption_type", value: "KMS" }], none: "the stream is not encrypted" },
    retention: { attribute: "retention_period", unit: "hours", forEver: false },
    tagged: true,
    deploy: [
      {
        read: ["kinesis:DescribeStreamSummary", "kinesis:ListTagsForStream"],
        write: [
          "kinesis:AddTagsToStream",
          "kinesis:CreateStream",
          "kinesis:DecreaseStreamRetentionPeriod",
          "kinesis:DeleteStream",
          "kinesis:IncreaseStreamRetentionPeriod",
          "kinesis:RemoveTagsFromStream",
        ],
        on: named("kinesis", ["stream/NAME"]),
      },
      {
        write: ["kinesis:StartStreamEncryption"],
        on: both(named("kinesis", ["stream/NAME"]), held("kms_key_id")),
      },
      // The reference gives these no resource.
      {
        read: ["kinesis:DescribeLimits"],
        write: ["kinesis:UpdateShardCount", "kinesis:UpdateStreamMode"],
        on: anything,
      },
    ],
  },
};
