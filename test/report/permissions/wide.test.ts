import { ACCOUNT, delivery } from "../findings/pair";
import type { Planned } from "../plan";
import { EVENTS, foundIn, policy, QUEUE, RULE, type Statement } from "./plans";

const IDS = ["confused-deputy", "public-access", "wildcard-action", "wildcard-resource"];
const idsIn = (plan: readonly Planned[]) => foundIn(plan, IDS).map((found) => found.split(":")[0]);
const queue = (statement: Statement): Planned[] => [
  {
    address: "aws_sqs_queue_policy.p",
    values: { policy: policy({ Action: "sqs:SendMessage", Resource: QUEUE, ...statement }) },
  },
];
const role = (statement: Statement): Planned[] => [
  {
    address: "aws_iam_role_policy.p",
    values: { role: "r", policy: policy({ Action: "sqs:SendMessage", Resource: QUEUE, ...statement }) },
  },
];

test.each<[string, Statement, boolean]>([
  ["nothing", {}, false],
  ["this rule", { ArnEquals: { "aws:SourceArn": RULE } }, true],
  ["any rule of the account", { ArnLike: { "AWS:SourceARN": `arn:aws:events:*:${ACCOUNT}:rule/*` } }, true],
  ["a bucket", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::acme-events" } }, true],
  ["this account, by a variable", { StringEquals: { "aws:SourceAccount": "${aws:ResourceAccount}" } }, true],
  ["any part of an organization", { "ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-a1b2/*" } }, true],
  [
    "all of a list that must be there",
    { "ForAllValues:StringEquals": { "aws:SourceAccount": ACCOUNT }, Null: { "aws:SourceAccount": "false" } },
    true,
  ],
  ["that there is a source", { Null: { "aws:SourceArn": "false" } }, false],
  ["that there is none", { Null: { "aws:SourceArn": true } }, false],
  ["an account if there is one", { StringEqualsIfExists: { "aws:SourceAccount": ACCOUNT } }, false],
  ["an ARN if there is one", { ArnLikeIfExists: { "aws:SourceArn": RULE } }, false],
  ["all of a list that may be empty", { "ForAllValues:StringEquals": { "aws:SourceAccount": [ACCOUNT] } }, false],
  ["anything", { StringLike: { "aws:SourceArn": "*" } }, false],
  ["anything of AWS", { ArnLike: { "aws:SourceArn": "arn:*" } }, false],
  ["any rule of anybody", { ArnLike: { "aws:SourceArn": "arn:aws:events:us-east-1:*:rule/all" } }, false],
  ["any account, letter by letter", { StringLike: { "aws:SourceAccount": "????????????" } }, false],
  ["an account with a star", { StringLike: { "aws:SourceAccount": "1234*" } }, false],
  ["any bucket", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } }, false],
  ["this account or any", { StringLike: { "aws:SourceAccount": [ACCOUNT, "*"] } }, false],
  ["all but an account", { StringNotEquals: { "aws:SourceAccount": "210987654321" } }, false],
  ["whatever the source is", { StringLike: { "aws:SourceArn": "${aws:SourceArn}" } }, false],
  ["encryption", { Bool: { "aws:SecureTransport": "true" } }, false],
])("a condition on %s narrows, or does not", (_, Condition, narrows) => {
  expect(idsIn(queue({ Principal: EVENTS, Condition }))).toEqual(narrows ? [] : ["confused-deputy"]);
  expect(idsIn(queue({ Principal: { AWS: "*" }, Condition }))).toEqual(narrows ? [] : ["public-access"]);
});

test.each([
  ["*", true],
  ["*:*", true],
  ["kinesis:*", true],
  ["KINESIS:*", true],
  ["kin?sis:PutRecord", true],
  ["*:PutRecord", true],
  ["kinesis:Put*", true],
  ["kinesis:*Stream", true],
  ["kinesis:?etRecords", true],
  ["sqs:*Message", true],
  ["s3:*Object", true],
  ["kms:*", true],
  ["newservice:Delete*", true],
  ["kinesis:PutRecord", false],
  ["kinesis:PutRecord*", false],
  ["kinesis:PutRecord?", false],
  ["sqs:Send*", false],
  ["kms:GenerateDataKey*", false],
  ["kms:Describe*", false],
])("the action %s is too wide: %s", (Action, wide) => {
  expect(idsIn(role({ Action }))).toEqual(wide ? ["wildcard-action"] : []);
});

test.each([
  ["*", true],
  ["**", true],
  ["arn:*", true],
  ["arn:aws:sqs:*", true],
  ["arn:aws:sqs:us-east-1:*:q", true],
  ["arn:aws:sqs:us-east-1:????????????:q", true],
  ["arn:aws:s?s:us-east-1:123456789012:q", true],
  [`arn:aws:sqs:us-east-1:${ACCOUNT}:*`, true],
  [`arn:aws:sqs:us-east-1:${ACCOUNT}:?*`, true],
  ["arn:aws:s3:::*/*", true],
  [`arn:aws:sqs:*:${ACCOUNT}:q`, false],
  [`arn:aws:sqs:us-east-1:${ACCOUNT}:prod-*`, false],
  ["arn:aws:s3:::acme-events/*", false],
])("the resource %s is too wide: %s", (Resource, wide) => {
  expect(idsIn(role({ Resource }))).toEqual(wide ? ["wildcard-resource"] : []);
});

const DEAD = `arn:aws:sqs:us-east-1:${ACCOUNT}:dead`;
const deadLetters = (statement: Statement, values: Planned["values"] = {}, arn = DEAD): Planned[] => [
  ...delivery({ dead_letter_config: [{ arn }] }),
  {
    address: "aws_sqs_queue.dead",
    values: {
      name: "dead",
      policy: policy({ Principal: EVENTS, Action: "sqs:SendMessage", Resource: DEAD, ...statement }),
      ...values,
    },
  },
];
const source = (arn: string) => ({ Condition: { ArnEquals: { "aws:SourceArn": arn } } });

test.each<[string, readonly Planned[], RegExp]>([
  ["a policy of another rule", deadLetters(source(`${RULE}2`)), /gets nothing: the queue's policy .*all2, and here/],
  ["no policy", deadLetters({}, { policy: null }), /no statement lets it/],
  ["AWS's own key", deadLetters({}, { kms_master_key_id: "alias/aws/sqs" }), /alias\/aws\/sqs/],
  ["an order to keep", deadLetters({}, { name: "dead.fifo" }, `${DEAD}.fifo`), /a FIFO queue/],
])("a dead-letter queue with %s gets nothing", (_, plan, reason) => {
  expect(foundIn(plan, ["no-dead-letter"])).toEqual([expect.stringMatching(reason)]);
});

test("a dead-letter queue that lets the rule in is one", () => {
  expect(foundIn(deadLetters(source(RULE)), ["no-dead-letter"])).toEqual([]);
});
