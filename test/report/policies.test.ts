import { policyDocuments } from "../../report/policies/documents";
import { statementWords } from "../../report/policies/words";
import type { Resource } from "../../report/resources/resource";
import { everyDestination } from "../support/every";
import { reportFor } from "./report-of";

const { statements } = reportFor(everyDestination());
const words = (address: string) => statements.filter((one) => one.address === address).map((one) => one.words);
const RULES = "arn:aws:events:us-east-1:123456789012:rule/aws.partner/genesys.com/cloud/<organization>/audit-every/*";

test("every statement of the stack is there, in words and in full", () => {
  expect(words("aws_sqs_queue.queue")).toEqual([
    `EventBridge (events.amazonaws.com) may send messages (sqs:SendMessage) on arn:aws:sqs:us-east-1:123456789012:every-queue, only on behalf of ${RULES} (on the queue every-queue).`,
    "Nobody may do anything of sqs (sqs:*) on arn:aws:sqs:us-east-1:123456789012:every-queue, where it is over an unencrypted connection (on the queue every-queue).",
  ]);
  expect(words("aws_iam_role_policy.records")).toEqual([
    "The role every-records-eventbridge may put a record (kinesis:PutRecord) on arn:aws:kinesis:us-east-1:123456789012:stream/every-records.",
  ]);
  expect(words("aws_lambda_permission.function_from_audit")).toEqual([
    expect.stringMatching(/^EventBridge .* may invoke the function .*, only on behalf of /),
  ]);
  expect(words("aws_sns_topic.topic")[0]).toContain("without a condition");
  for (const { json } of statements) expect(JSON.parse(json)).toHaveProperty("Effect");
});

test("no statement of any policy in the stack is left out", () => {
  const types = new Set(statements.map(({ address }) => address.split(".")[0]));

  expect([...types].sort()).toEqual([
    "aws_cloudwatch_log_resource_policy",
    "aws_iam_role",
    "aws_iam_role_policy",
    "aws_lambda_permission",
    "aws_s3_bucket_policy",
    "aws_sns_topic",
    "aws_sqs_queue",
  ]);
});

const sentence = (statement: Record<string, unknown>, type = "aws_sqs_queue_policy") => {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: statement });
  const resource: Resource = { address: `${type}.x`, type, name: "x", values: { policy }, unknown: {}, references: {} };
  return policyDocuments([resource]).flatMap((document) =>
    document.statements.map((one) => statementWords(document, one)),
  );
};

test.each([
  [
    { Effect: "Allow", Principal: "*", Action: "*" },
    "Everybody may do anything (*), without a condition (on the resource x).",
  ],
  [
    { Effect: "Allow", Principal: { AWS: "*" }, Action: "sqs:*" },
    "Everybody may do anything of sqs (sqs:*), without a condition (on the resource x).",
  ],
  [
    {
      Effect: "Allow",
      Principal: { AWS: ["210987654321", "arn:aws:iam::111122223333:role/a"] },
      Action: "sqs:SendMessage",
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
    },
    "Everybody whom account 210987654321 allows it and arn:aws:iam::111122223333:role/a may send messages (sqs:SendMessage), only for members of the organization o-1 (on the resource x).",
  ],
  [
    { Effect: "Allow", NotPrincipal: { AWS: "210987654321" }, NotAction: "sqs:SendMessage" },
    "Everybody but everybody whom account 210987654321 allows it may do anything but sqs:SendMessage, without a condition (on the resource x).",
  ],
  [
    { Effect: "Allow", Principal: { Service: "constructor" }, Action: "toString", Resource: { toString: "" } },
    'The service (constructor) may toString on {"toString":""}, without a condition (on the resource x).',
  ],
])("says %j as a sentence", (statement, expected) => {
  expect(sentence(statement)).toEqual([expected]);
});

test("a deny of an identity names it", () => {
  expect(sentence({ Effect: "Deny", Action: "s3:*", Resource: "*" }, "aws_iam_user_policy")).toEqual([
    "The identity x may not do anything of s3 (s3:*) on any resource.",
  ]);
});

test("a function's permission says for which alias or version it is, and every condition", () => {
  const values = {
    action: "lambda:InvokeFunction",
    function_name: "f",
    principal: "events.amazonaws.com",
    qualifier: "live",
    principal_org_id: "o-1",
  };
  const permission = { address: "aws_lambda_permission.p", type: "aws_lambda_permission", name: "p", values };
  const [document] = policyDocuments([{ ...permission, unknown: {}, references: {} }]);
  const [statement] = document?.statements ?? [];

  expect(document && statement && statementWords(document, statement)).toBe(
    "EventBridge (events.amazonaws.com) may invoke the function (lambda:InvokeFunction) on f:live, only for members of the organization o-1 (on the function f).",
  );
});
