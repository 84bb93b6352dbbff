import { roleArn } from "../../../aws/names";
import { type Adoptable, orNothing, textOf } from "../adoptable";
import { policyLoss } from "../policy-loss";

export const role: Adoptable = {
  type: "aws_iam_role",
  async find({ name }, { aws }) {
    const { GetRoleCommand, IAMClient } = await import("@aws-sdk/client-iam");
    const asked = aws.client(IAMClient).send(new GetRoleCommand({ RoleName: textOf(name) }));
    const found = (await orNothing(asked, "NoSuchEntity", "NoSuchEntityException"))?.Role;
    return (
      found && {
        name,
        assume_role_policy: decodeURIComponent(found.AssumeRolePolicyDocument ?? ""),
        description: found.Description ?? null,
      }
    );
  },
  reads: ({ name }, place) => [{ actions: ["iam:GetRole"], resources: [roleArn(place, textOf(name))] }],
  loses: (attribute, now, wanted) => (attribute === "assume_role_policy" ? policyLoss(now, wanted) : undefined),
};

export const rolePolicy: Adoptable = {
  type: "aws_iam_role_policy",
  async find({ role: roleName, name }, { aws }) {
    const { GetRolePolicyCommand, IAMClient } = await import("@aws-sdk/client-iam");
    const asked = aws
      .client(IAMClient)
      .send(new GetRolePolicyCommand({ RoleName: textOf(roleName), PolicyName: textOf(name) }));
    const found = await orNothing(asked, "NoSuchEntity", "NoSuchEntityException");
    return found && { role: roleName, name, policy: decodeURIComponent(found.PolicyDocument ?? "") };
  },
  reads: ({ role: roleName }, place) => [
    { actions: ["iam:GetRolePolicy"], resources: [roleArn(place, textOf(roleName))] },
  ],
  loses: (attribute, now, wanted) => (attribute === "policy" ? policyLoss(now, wanted) : undefined),
};
