import type { Rule, Target } from "@aws-sdk/client-eventbridge";
import type { Aws } from "../aws/aws";
import { allPages, orNothing } from "./adoptable";

/** A rule that somebody made, with its targets. */
export interface HeldRule {
  readonly rule: Rule;
  readonly targets: readonly Target[];
}

const read = new WeakMap<Aws, Map<string, Promise<readonly HeldRule[]>>>();

/** Returns the rules on a bus with their targets, asked for once; none where there is no bus. Rules that AWS keeps itself are left out. */
export function rulesOn(aws: Aws, bus: string): Promise<readonly HeldRule[]> {
  const ofAccount = read.get(aws) ?? new Map<string, Promise<readonly HeldRule[]>>();
  read.set(aws, ofAccount);
  const asked = ofAccount.get(bus) ?? ask(aws, bus);
  ofAccount.set(bus, asked);
  return asked;
}

async function ask(aws: Aws, bus: string): Promise<readonly HeldRule[]> {
  const { EventBridgeClient, ListRulesCommand, ListTargetsByRuleCommand } = await import("@aws-sdk/client-eventbridge");
  const client = aws.client(EventBridgeClient);
  const rules = await orNothing(
    allPages(async (NextToken) => {
      const answer = await client.send(new ListRulesCommand({ EventBusName: bus, NextToken }));
      return { items: answer.Rules, next: answer.NextToken };
    }),
  );
  const own = (rules ?? []).filter(({ ManagedBy }) => ManagedBy === undefined);
  return Promise.all(
    own.map(async (rule) => ({
      rule,
      targets: await allPages(async (NextToken) => {
        const answer = await client.send(
          new ListTargetsByRuleCommand({ EventBusName: bus, Rule: rule.Name, NextToken }),
        );
        return { items: answer.Targets, next: answer.NextToken };
      }),
    })),
  );
}
