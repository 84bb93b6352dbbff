import { ACCOUNT, BUS } from "../findings/pair";
import type { Planned } from "../plan";
import { EVENTS, GROUP, policy, QUEUE, STREAM, type Statement, TOPIC, toQueue, toTopic } from "./plans";

export const send: Statement = { Principal: EVENTS, Action: "sqs:SendMessage", Resource: QUEUE };
export const publish: Statement = { Principal: EVENTS, Action: "sns:Publish", Resource: TOPIC };
export const when = (test: string, key: string, value: unknown) => ({ Condition: { [test]: { [key]: value } } });
export const everything: Statement = { ...send, Principal: "*" };
export const deny = (statement: Statement): Planned[] =>
  toQueue(send, { Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: QUEUE, ...statement });
export const WRITERS = { Service: ["events.amazonaws.com", "delivery.logs.amazonaws.com"] };
export const write = (Action: unknown, more: Statement = {}): Statement => ({
  Principal: WRITERS,
  Action,
  Resource: `${GROUP}:*`,
  ...more,
});
export const BOTH = ["logs:CreateLogStream", "logs:PutLogEvents"];
export const put: Statement = { Action: "kinesis:PutRecord", Resource: STREAM };
export const key = (statement: Statement): Planned => ({
  address: "aws_kms_key.k",
  values: {
    policy: policy({ Principal: EVENTS, Action: ["kms:Decrypt", "kms:GenerateDataKey*"], Resource: "*", ...statement }),
  },
});
export const withKey = (statement: Statement): Planned[] =>
  toTopic(publish, { kms_master_key_id: "" }, key(statement)).map((one) =>
    one.address === "aws_sns_topic.t" ? { ...one, references: { kms_master_key_id: ["aws_kms_key.k"] } } : one,
  );
export const OTHER = `arn:aws:events:us-east-1:${ACCOUNT}:rule/${BUS}/other`;
export const BUSLESS = `arn:aws:events:us-east-1:${ACCOUNT}:rule/all`;
