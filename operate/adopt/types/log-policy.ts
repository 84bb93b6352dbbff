import { pages } from "../../aws/pages";
import type { Adoptable } from "../adoptable";

export const logPolicy: Adoptable = {
  type: "aws_cloudwatch_log_resource_policy",
  async find({ policy_name }, { aws }) {
    const { CloudWatchLogsClient, DescribeResourcePoliciesCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const client = aws.client(CloudWatchLogsClient);
    const policies = await pages(async (nextToken) => {
      const answer = await client.send(new DescribeResourcePoliciesCommand({ nextToken }));
      return [answer.resourcePolicies, answer.nextToken];
    });
    const found = policies.find(({ policyName }) => policyName === policy_name);
    return found && { policy_name, policy_document: found.policyDocument ?? null };
  },
  reads: () => [{ actions: ["logs:DescribeResourcePolicies"], resources: ["*"] }],
};
