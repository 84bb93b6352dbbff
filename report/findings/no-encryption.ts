import { resourceType } from "../../aws/resources";
import type { EncryptedBy } from "../../aws/resources/resource-type";
import { blocks, isSet, type Resource, text } from "../resources/resource";
import { aws, type FindingType, nist } from "./finding";

export const noEncryption: FindingType = {
  id: "no-encryption",
  severity: "high",
  why: "Events are kept in clear text.",
  remediation:
    'Name a key in kms_key_arn; in Terraform, encryption_type = "KMS", sqs_managed_sse_enabled, kms_master_key_id or server_side_encryption.',
  controls: [...aws("Kinesis.1", "SQS.1", "SNS.1", "DataFirehose.1"), ...nist("SC-13", "SC-28", "SC-7(10)")],
  find: ({ resources }) =>
    resources.flatMap((resource) => {
      const encryption = resourceType(resource.type)?.encryption;
      if (encryption === undefined || encryption.by.some((one) => encrypts(resource, one))) return [];
      const { none: what, severity } = encryption;
      return [{ address: resource.address, what, ...(severity && { severity }) }];
    }),
};

/** Returns whether an attribute encrypts, or may do so once it is known. */
function encrypts(resource: Resource, by: EncryptedBy): boolean {
  if ("set" in by) return isSet(resource, by.set);
  if ("notFalse" in by) return resource.values[by.notFalse] !== false;
  if ("block" in by) return blocks(resource, by.block).some(({ [by.flag]: on }) => on === true);
  return resource.unknown[by.attribute] === true || text(resource, by.attribute) === by.value;
}
