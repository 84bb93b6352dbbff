import type { Rule, Target } from "@aws-sdk/client-eventbridge";
import type { Aws } from "../aws/aws";
import { pages } from "../aws/pages";
import { rulesOn } from "../aws/rules";

/** A rule that somebody made, with its targets. */
export interface HeldRule {
  readonly rule: Rule;
  readonly targets: readonly Target[];
}

const read = new WeakMap<Aws, Map<string, Promise<readonly HeldRule[]>>>();

/** Returns the rules on a bus with their targets, asked for once; none where there is no bus. Rules that AWS keeps itself are left out. */
export function heldRulesOn(aws: Aws, bus: string): Promise<readonly HeldRule[]> {
  const ofAccount = read.get(aws) ?? new Map<string, Promise<readonly HeldRule[]>>();
  read.set(aws, ofAccount);
  const asked = ofAccount.get(bus) ?? ask(aws, bus);
  ofAccount.set(bus, asked);
  return asked;
}

async function ask(aws: Aws, bus: string): Promise<readonly HeldRule[]> {
  const { EventBridgeClient, ListTargetsByRuleCommand } = await import("@aws-sdk/client-eventbridge");
  const client = aws.client(EventBridgeClient);
  const rules = await rulesOn(aws, bus);
  const own = rules.filter(({ ManagedBy }) => ManagedBy === undefined);
  return Promise.all(
    own.map(async (rule) => ({
      rule,
      targets: await pages(async (NextToken) => {
        const answer = await client.send(
          new ListTargetsByRuleCommand({ EventBusName: bus, Rule: rule.Name, NextToken }),
        );
        return [answer.Targets, answer.NextToken];
      }),
    })),
  );
}
