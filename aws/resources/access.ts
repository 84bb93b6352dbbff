import type { Attributes } from "./grant";
import { has, known, role } from "./grant";
import type { ResourceTypes } from "./resource-type";

/** Returns the services that a role's trust policy names. */
function assumedBy(of: Attributes): string[] {
  const services = [...known(of, "assume_role_policy").matchAll(/"Service":"([^"]+)"/g)].map(
    ([, service = ""]) => service,
  );
  return [...new Set(services)];
}

/** Whoever deploys makes no role without the boundary, and takes it off none. */
const BOUNDARY = "permissions_boundary";

export const access: ResourceTypes = {
  aws_iam_policy: { noun: "policy", holder: ["policy", "name"] },
  aws_iam_role: {
    noun: "role",
    importId: ({ name }) => `${name}`,
    carries: { holder: "role", of: "name" },
    holder: ["role", "name"],
    tagged: true,
    deploy: [
      {
        write: ["iam:CreateRole", "iam:PutRolePermissionsBoundary"],
        on: role("name"),
        when: has(BOUNDARY),
        condition: (_, of) => ({ StringEquals: { "iam:PermissionsBoundary": known(of, BOUNDARY) } }),
      },
      { write: ["iam:CreateRole"], on: role("name"), when: (of) => !has(BOUNDARY)(of) },
      {
        read: [
          "iam:GetRole",
          "iam:GetRolePolicy",
          "iam:ListAttachedRolePolicies",
          "iam:ListInstanceProfilesForRole",
          "iam:ListRolePolicies",
        ],
        write: [
          "iam:DeleteRole",
          "iam:TagRole",
          "iam:UntagRole",
          "iam:UpdateAssumeRolePolicy",
          "iam:UpdateRoleDescription",
        ],
        on: role("name"),
      },
      {
        write: ["iam:PassRole"],
        on: role("name"),
        condition: (_, of) => ({ StringEquals: { "iam:PassedToService": assumedBy(of) } }),
      },
    ],
  },
  aws_iam_role_policy: {
    noun: "role policy",
    importId: ({ role, name }) => `${role}:${name}`,
    carries: { holder: "role", of: "role", policy: "policy" },
    holder: ["role", "role"],
    deploy: [{ read: ["iam:GetRolePolicy"], write: ["iam:DeleteRolePolicy", "iam:PutRolePolicy"], on: role("role") }],
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
