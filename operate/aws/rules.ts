import type { Rule } from "@aws-sdk/client-eventbridge";
import type { Aws } from "./aws";
import { isAwsError } from "./aws-problem";
import { pages } from "./pages";

/** Returns the rules on a bus, those of AWS itself among them; none where there is no such bus, which may not be deployed yet. */
export async function rulesOn(aws: Aws, bus: string, prefix?: string): Promise<Rule[]> {
  const { EventBridgeClient, ListRulesCommand } = await import("@aws-sdk/client-eventbridge");
  const client = aws.client(EventBridgeClient);
  try {
    return await pages(async (NextToken) => {
      const page = await client.send(new ListRulesCommand({ EventBusName: bus, NamePrefix: prefix, NextToken }));
      return [page.Rules, page.NextToken];
    });
  } catch (error) {
    if (isAwsError(error, "ResourceNotFoundException")) return [];
    throw error;
  }
}
