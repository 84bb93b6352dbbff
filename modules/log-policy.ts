import type { TerraformStack } from "cdktf";
import type { Environment } from "../config/model";
import { physicalName } from "../config/names";
import { address } from "./address";
import { CloudwatchLogResourcePolicy } from "./bindings";
import { ruleArns, type Sender } from "./permission";
import { EVENTS_SERVICE, fromRules, policy, type Statement } from "./policy";

/** A log group, and who writes to it. */
interface LoggedGroup {
  readonly arn: string;
  readonly senders: readonly Sender[];
}

/**
 * Lets EventBridge write to the log groups: without it, it drops events and says nothing. One policy for the stack, since
 * an account has ten in a region. Both services are named and creating a stream has no condition, because only the
 * writing carries the rule as its source.
 */
export function createLogPolicy(
  stack: TerraformStack,
  environment: Environment,
  groups: readonly LoggedGroup[],
): CloudwatchLogResourcePolicy {
  const Principal = { Service: [EVENTS_SERVICE, "delivery.logs.amazonaws.com"] };
  const statements = bySource(groups).flatMap(({ arns, from }): Statement[] => [
    { Effect: "Allow", Principal, Action: "logs:CreateLogStream", Resource: arns.map((group) => `${group}:*`) },
    {
      Effect: "Allow",
      Principal,
      Action: "logs:PutLogEvents",
      Resource: arns.map((group) => `${group}:*:*`),
      Condition: fromRules(from),
    },
  ]);
  return new CloudwatchLogResourcePolicy(stack, address(CloudwatchLogResourcePolicy, "events"), {
    policyName: physicalName(environment.name, "eventbridge"),
    policyDocument: policy(statements),
  });
}

/** Groups that the same buses write to share their statements; others stay apart. */
function bySource(groups: readonly LoggedGroup[]): { arns: string[]; from: string[] }[] {
  const found = new Map<string, { arns: string[]; from: string[] }>();
  for (const { arn, senders } of groups) {
    const from = ruleArns(senders);
    const group = found.get(from.join()) ?? { arns: [], from };
    group.arns.push(arn);
    found.set(from.join(), group);
  }
  return [...found.values()];
}
