import { roleArn } from "../../../../aws/names";
import { text } from "../../../../report/resources/resource";
import { liveRole } from "../roles";
import type { PartReader } from "./part";

export const role: PartReader = {
  permits: (place, name) => [
    [
      ["iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"],
      [roleArn(place, name)],
    ],
  ],
  async read({ account, environment }, wanted) {
    const resources = await liveRole(account, roleArn(environment, text(wanted, "name") ?? ""));
    return resources && { says: "there", resources };
  },
};
