import { cloudwatchLogs } from "./cloudwatch-logs";
import type { DestinationKeys, DestinationType } from "./destination-type";
import { dynamodb } from "./dynamodb";
import { eventBus } from "./event-bus";
import { firehose } from "./firehose";
import { http } from "./http";
import { kafka } from "./kafka";
import { kinesis } from "./kinesis";
import { lambda } from "./lambda";
import { pagerduty } from "./pagerduty";
import { sns } from "./sns";
import { sqs } from "./sqs";
import { stepFunctions } from "./step-functions";

/** Every kind of destination, sorted by type. */
export const destinationTypes = [
  cloudwatchLogs,
  dynamodb,
  eventBus,
  firehose,
  http,
  kafka,
  kinesis,
  lambda,
  pagerduty,
  sns,
  sqs,
  stepFunctions,
] as const satisfies readonly DestinationType[];

const byType = new Map<string, DestinationType>(destinationTypes.map((type) => [type.type, type]));

export function destinationType(type: string): DestinationType {
  const found = byType.get(type);
  if (found === undefined) throw new Error(`no destination type ${type} is registered`);
  return found;
}

/** Tells whether EventBridge writes there by the stack's one policy for log groups. */
export function usesLogPolicy(keys: DestinationKeys): boolean {
  return destinationType(keys.type).permission(keys).kind === "log-policy";
}
