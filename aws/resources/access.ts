import type { ResourceTypes } from "./resource-type";

export const access: ResourceTypes = {
  aws_iam_policy: { noun: "policy", holder: ["policy", "name"] },
  aws_iam_role: { noun: "role", carries: { holder: "role", of: "name" }, holder: ["role", "name"], tagged: true },
  aws_iam_role_policy: {
    noun: "role policy",
    carries: { holder: "role", of: "role", policy: "policy" },
    holder: ["role", "role"],
  },
  aws_iam_role_policy_attachment: { noun: "policy attachment", carries: { holder: "role", of: "role" } },
  aws_kms_alias: { noun: "alias of the key" },
  aws_kms_key: {
    noun: "KMS key",
    loss: "nobody can read what it encrypts",
    carries: { holder: "key", of: "arn", policy: "policy" },
    holder: ["KMS key", "description"],
  },
  aws_kms_key_policy: { noun: "key policy", carries: { holder: "key", of: "key_id", policy: "policy" } },
  aws_secretsmanager_secret: {
    noun: "secret",
    retention: { attribute: "recovery_window_in_days", unit: "days", forEver: false },
  },
};
