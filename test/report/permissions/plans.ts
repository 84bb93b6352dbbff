import { evidenceOf } from "../../../report/findings/finding";
import { findingsIn } from "../../../report/findings/look";
import { parsePlan } from "../../../report/plan/read";
import { resourcesOfPlan } from "../../../report/plan/resources";
import { environment, file } from "../../support/environment";
import { ACCOUNT, BUS, delivery, TODAY } from "../findings/pair";
import { type Planned, planText } from "../plan";

export const EVENTS = { Service: "events.amazonaws.com" };
export const RULE = `arn:aws:events:us-east-1:${ACCOUNT}:rule/${BUS}/all`;
export const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:q`;
export const TOPIC = `arn:aws:sns:us-east-1:${ACCOUNT}:t`;
export const FUNCTION = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:f`;
export const STREAM = `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/s`;
export const GROUP = `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/audit`;

export type Statement = Readonly<Record<string, unknown>>;

export const policy = (...statements: readonly Statement[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements.map((one) => ({ Effect: "Allow", ...one })) });

/** A queue with a policy of these statements, beside it. */
export const toQueue = (...statements: readonly Statement[]): Planned[] => [
  ...delivery({ arn: QUEUE }),
  { address: "aws_sqs_queue.q", values: { name: "q" } },
  {
    address: "aws_sqs_queue_policy.p",
    values: { policy: policy(...statements), queue_url: `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/q` },
  },
];

export const toTopic = (
  statement: Statement,
  values: Planned["values"] = {},
  ...more: readonly Planned[]
): Planned[] => [
  ...delivery({ arn: TOPIC }),
  { address: "aws_sns_topic.t", values: { name: "t", policy: policy(statement), ...values } },
  ...more,
];

export const toGroup = (...statements: readonly Statement[]): Planned[] => [
  ...delivery({ arn: GROUP }),
  { address: "aws_cloudwatch_log_group.g", values: { name: "/audit", retention_in_days: 365 } },
  { address: "aws_cloudwatch_log_resource_policy.p", values: { policy_document: policy(...statements) } },
];

export const toFunction = (
  permission: Planned["values"],
  arn = FUNCTION,
  more: Omit<Planned, "address" | "values"> = {},
): Planned[] => [
  ...delivery({ arn }),
  {
    address: "aws_lambda_permission.p",
    values: { action: "lambda:InvokeFunction", function_name: "f", principal: EVENTS.Service, ...permission },
    ...more,
  },
];

/** A target of a stream with a role of this trust and these permissions. */
export const toStream = (trust: Statement, ...statements: readonly Statement[]): Planned[] => [
  ...delivery({ arn: STREAM, role_arn: `arn:aws:iam::${ACCOUNT}:role/r` }),
  {
    address: "aws_iam_role.r",
    values: { name: "r", assume_role_policy: policy({ Principal: EVENTS, Action: "sts:AssumeRole", ...trust }) },
  },
  { address: "aws_iam_role_policy.p", values: { role: "r", policy: policy(...statements) } },
];

/** `id: what` of each finding that is about who may do what. */
export function foundIn(plan: readonly Planned[], ids: readonly string[]): string[] {
  const resources = resourcesOfPlan(parsePlan(Buffer.from(planText(plan)), "plan.json"));
  const read = environment(file());
  const { open } = findingsIn(evidenceOf({ environment: read, resources, declared: undefined, today: TODAY }));
  return open.filter(({ id }) => ids.includes(id)).map(({ id, what }) => `${id}: ${what}`);
}
