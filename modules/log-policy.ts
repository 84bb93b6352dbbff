import type { TerraformStack } from "cdktf";
import { physicalName } from "../aws/names";
import { EVENTS_SERVICE, fromSources, LOG_DELIVERY_SERVICE, policy, type Statement } from "../aws/policy";
import type { Environment } from "../config/model";
import { destinationType } from "../destinations";
import { address } from "./address";
import { CloudwatchLogResourcePolicy } from "./bindings";
import type { BusLog } from "./bus-log";
import { composedArn } from "./destination";
import { ruleArns, type Sender } from "./permission";

/** A log group, and who writes to it. */
interface LoggedGroup {
  readonly arn: string;
  readonly senders: readonly Sender[];
}

/**
 * Lets EventBridge write to the log groups: without it, it drops events and says nothing. One policy for the stack, since
 * an account has ten in a region; none where the stack writes to no group.
 */
export function createLogPolicy(
  stack: TerraformStack,
  environment: Environment,
  sendersOf: (destination: string) => readonly Sender[],
  logs: readonly BusLog[],
): CloudwatchLogResourcePolicy | undefined {
  const groups = loggedGroups(environment, sendersOf);
  if (groups.length === 0 && logs.length === 0) return undefined;
  return new CloudwatchLogResourcePolicy(stack, address(CloudwatchLogResourcePolicy, "events"), {
    policyName: physicalName(environment.name, "eventbridge"),
    policyDocument: policy([...targetStatements(groups), ...logs.map((log) => busLogStatement(environment, log))]),
  });
}

/** The log groups among the destinations that a rule delivers to. */
function loggedGroups(environment: Environment, sendersOf: (destination: string) => readonly Sender[]): LoggedGroup[] {
  return Object.entries(environment.destinations).flatMap(([key, keys]) => {
    const senders = sendersOf(key);
    const logged = destinationType(keys.type).permission(keys).kind === "log-policy" && senders.length > 0;
    return logged ? [{ arn: composedArn(environment, key, keys), senders }] : [];
  });
}

/**
 * Returns the statements for log groups that are targets. Both services are named, and creating a log stream has no condition,
 * because only writing carries the rule as its source.
 */
function targetStatements(groups: readonly LoggedGroup[]): Statement[] {
  const Principal = { Service: [EVENTS_SERVICE, LOG_DELIVERY_SERVICE] };
  return bySource(groups).flatMap(({ arns, from }): Statement[] => [
    { Effect: "Allow", Principal, Action: "logs:CreateLogStream", Resource: arns.map((group) => `${group}:*`) },
    {
      Effect: "Allow",
      Principal,
      Action: "logs:PutLogEvents",
      Resource: arns.map((group) => `${group}:*:*`),
      Condition: fromSources(from),
    },
  ]);
}

function busLogStatement({ aws_account_id }: Environment, { groupArn, sources }: BusLog): Statement {
  return {
    Effect: "Allow",
    Principal: { Service: LOG_DELIVERY_SERVICE },
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: `${groupArn}:log-stream:*`,
    Condition: {
      StringEquals: { "aws:SourceAccount": aws_account_id },
      ...fromSources(sources.map(({ arn }) => arn)),
    },
  };
}

/** Returns log groups by the buses that write to them: groups of the same buses share their statements. */
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
