import { own } from "../own";
import { blocks, isSet, type Resource, text } from "../resources/resource";
import { aws, type FindingType, type Found, nist } from "./finding";

/** By type, what is wrong with how a resource keeps what it holds. */
const CHECKS: Readonly<Record<string, (resource: Resource) => Omit<Found, "address"> | undefined>> = {
  aws_kinesis_firehose_delivery_stream: (resource) => {
    // With a Kinesis stream before it, that stream encrypts.
    if (isSet(resource, "kinesis_source_configuration")) return undefined;
    const on = blocks(resource, "server_side_encryption").some(({ enabled }) => enabled === true);
    return on ? undefined : { what: "the delivery stream is not encrypted", severity: "medium" };
  },
  aws_kinesis_stream: (resource) =>
    resource.unknown.encryption_type === true || text(resource, "encryption_type") === "KMS"
      ? undefined
      : { what: "the stream is not encrypted" },
  aws_sns_topic: (resource) =>
    isSet(resource, "kms_master_key_id") ? undefined : { what: "the topic has no key", severity: "medium" },
  aws_sqs_queue: (resource) =>
    resource.values.sqs_managed_sse_enabled === false && !isSet(resource, "kms_master_key_id")
      ? { what: "the queue is not encrypted" }
      : undefined,
};

export const noEncryption: FindingType = {
  id: "no-encryption",
  severity: "high",
  why: "Events are kept in clear text.",
  mend: 'Name a key in kms_key_arn; in Terraform, encryption_type = "KMS", sqs_managed_sse_enabled, kms_master_key_id or server_side_encryption.',
  controls: [...aws("Kinesis.1", "SQS.1", "SNS.1", "DataFirehose.1"), ...nist("SC-13", "SC-28", "SC-7(10)")],
  find: ({ resources }) =>
    resources.flatMap((resource) => {
      const found = own(CHECKS, resource.type)?.(resource);
      return found === undefined ? [] : [{ address: resource.address, ...found }];
    }),
};
