import { onceForEach } from "../../../../text/once";
import { pages } from "../../../aws/pages";
import type { Account } from "../account";
import { asResource } from "../as-resource";
import { logs } from "../clients";
import type { ReadReceiver } from "./receiver";

export const logGroup: ReadReceiver = async (account, arn) => {
  const { sdk, client } = await logs(account);
  const name = arn.replace(/^.*:log-group:/, "").replace(/:\*$/, "");
  const answer = await client.send(new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: name, limit: 50 }));
  const group = answer.logGroups?.find(({ logGroupName }) => logGroupName === name);
  if (group === undefined) return undefined;
  const made = asResource("aws_cloudwatch_log_group", name, { name, retention_in_days: group.retentionInDays ?? 0 });
  return { resources: [made, ...(await logPolicies(account))] };
};

/** Returns the policies by which services may write to the account's log groups. */
const logPolicies = onceForEach(async (account: Account) => {
  const { sdk, client } = await logs(account);
  const policies = await pages(async (nextToken) => {
    const answer = await client.send(new sdk.DescribeResourcePoliciesCommand({ nextToken }));
    return [answer.resourcePolicies, answer.nextToken];
  });
  return policies.map(({ policyName = "", policyDocument }) =>
    asResource("aws_cloudwatch_log_resource_policy", policyName, {
      policy_name: policyName,
      policy_document: policyDocument,
    }),
  );
});
