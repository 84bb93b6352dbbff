import type { Resource } from "../../../report/resources/resource";
import { onceForEach } from "../../../text/once";
import { pages } from "../../aws/pages";
import type { Account } from "./account";
import { asResource } from "./as-resource";
import { iam } from "./clients";
import { ifThere } from "./receivers/receiver";

const MISSING = ["NoSuchEntity", "NoSuchEntityException"];
const known = onceForEach((_: Account) => new Map<string, Promise<readonly Resource[] | undefined>>());

/** Returns a role with all that it may do, its own policies and those that are attached; undefined where there is none. */
export function liveRole(account: Account, arn: string): Promise<readonly Resource[] | undefined> {
  const all = known(account);
  const found = all.get(arn) ?? read(account, arn);
  all.set(arn, found);
  return found;
}

async function read(account: Account, arn: string): Promise<Resource[] | undefined> {
  const { sdk, client } = await iam(account);
  const RoleName = arn.slice(arn.lastIndexOf("/") + 1);
  const found = await ifThere(client.send(new sdk.GetRoleCommand({ RoleName })), ...MISSING);
  if (found === undefined) return undefined;
  const role = asResource("aws_iam_role", RoleName, {
    name: RoleName,
    arn: found.Role?.Arn,
    assume_role_policy: decoded(found.Role?.AssumeRolePolicyDocument),
  });
  const policies = await Promise.all([ownPolicies(account, RoleName), attachedPolicies(account, RoleName)]);
  return [role, ...policies.flat()];
}

async function ownPolicies(account: Account, RoleName: string): Promise<Resource[]> {
  const { sdk, client } = await iam(account);
  const names = await pages(async (Marker) => {
    const answer = await client.send(new sdk.ListRolePoliciesCommand({ RoleName, Marker }));
    return [answer.PolicyNames, answer.Marker];
  });
  return Promise.all(
    names.map(async (PolicyName) => {
      const { PolicyDocument } = await client.send(new sdk.GetRolePolicyCommand({ RoleName, PolicyName }));
      return policyOf(RoleName, PolicyName, PolicyDocument);
    }),
  );
}

async function attachedPolicies(account: Account, RoleName: string): Promise<Resource[]> {
  const { sdk, client } = await iam(account);
  const attached = await pages(async (Marker) => {
    const answer = await client.send(new sdk.ListAttachedRolePoliciesCommand({ RoleName, Marker }));
    return [answer.AttachedPolicies, answer.Marker];
  });
  return Promise.all(
    attached.map(async ({ PolicyArn, PolicyName = "" }) => {
      const { Policy } = await client.send(new sdk.GetPolicyCommand({ PolicyArn }));
      const VersionId = Policy?.DefaultVersionId;
      const { PolicyVersion } = await client.send(new sdk.GetPolicyVersionCommand({ PolicyArn, VersionId }));
      return policyOf(RoleName, PolicyName, PolicyVersion?.Document);
    }),
  );
}

function policyOf(role: string, name: string, document: string | undefined): Resource {
  return asResource("aws_iam_role_policy", `${role}/${name}`, { role, name, policy: decoded(document) });
}

/** IAM tells documents as they stand in an address. */
function decoded(document: string | undefined): string | undefined {
  return document === undefined || document.startsWith("{") ? document : decodeURIComponent(document);
}
