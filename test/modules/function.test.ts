import { codeHash } from "../../modules/function-code";
import { reportFor } from "../report/report-of";
import { committedEnvironments } from "../support/committed";
import { environment } from "../support/environment";
import { allows } from "../support/policy";
import { resource, type Synthesized, synthesized } from "../support/stack";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const FILE = (top = "") => `
aws_account_id = "123456789012"
aws_region = "us-east-1"
${top}
streams = { crm = {
  type = "https"
  event_id = "body.id"
  auth = { type = "token", header = "X-Token", secret = { secrets_manager = "crm" } }
} }
rules = { all = { stream = "crm", targets = ["log"] } }
destinations = { log = { type = "cloudwatch_logs" } }
`;

const roleOf = (stack: Synthesized) => String(resource(stack, "aws_iam_role_policy", "crm_receive").policy);

test("runs on Node.js 22 and arm64, with the hash of its code, a log that ends, and the stack's queue", () => {
  const stack = synthesized(FILE());

  expect(resource(stack, "aws_lambda_function")).toMatchObject({
    function_name: "dev-crm-receive",
    runtime: "nodejs22.x",
    architectures: ["arm64"],
    source_code_hash: codeHash("https"),
    dead_letter_config: { target_arn: "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters" },
    logging_config: { log_format: "JSON", log_group: "${aws_cloudwatch_log_group.crm_receive.name}" },
  });
  expect(resource(stack, "aws_cloudwatch_log_group", "crm_receive")).toMatchObject({
    name: "/aws/lambda/dev-crm-receive",
    retention_in_days: 365,
  });
});

test("has a role that only this function may use, for what it does and nothing else", () => {
  const stack = synthesized(FILE());
  const { Statement } = JSON.parse(roleOf(stack));

  expect(String(resource(stack, "aws_iam_role", "crm_receive").assume_role_policy)).toContain(
    '"aws:SourceArn":"arn:aws:lambda:us-east-1:123456789012:function:dev-crm-receive"',
  );
  expect(Statement.flatMap(({ Action }: { Action: string | string[] }) => Action)).toEqual([
    "events:PutEvents",
    "secretsmanager:GetSecretValue",
    "kms:Decrypt",
    "dynamodb:DeleteItem",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "sqs:SendMessage",
  ]);
  expect(roleOf(stack)).not.toMatch(/"Resource":"\*"|:\*"\]?,"Action":"\*"/);
});

test("may use the environment's key for the queue alone, and the key's policy lets its logs be written", () => {
  const stack = synthesized(FILE(`kms_key_arn = "${KEY}"`));
  const policy = stack.output.kms_key_policy?.value;
  const { Statement } = JSON.parse(roleOf(stack));

  expect(Statement.at(-1)).toEqual({
    Effect: "Allow",
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: KEY,
    Condition: { StringEquals: { "kms:ViaService": ["sqs.us-east-1.amazonaws.com"] } },
  });
  for (const group of ["/aws/lambda/dev-crm-receive", "/aws/vendedlogs/apigateway/dev/crm"]) {
    expect(Object.values(stack.resource.aws_cloudwatch_log_group ?? {})).toContainEqual(
      expect.objectContaining({ name: group, kms_key_id: KEY }),
    );
    const context = { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:123456789012:log-group:${group}` };
    expect(
      allows(policy, {
        service: "logs.us-east-1.amazonaws.com",
        action: "kms:GenerateDataKey",
        resource: KEY,
        context,
      }),
    ).toBe(true);
  }
});

test("is named by the report, with what it may do and its hash", () => {
  const [stream] = reportFor(environment(FILE())).streams;

  expect(stream?.facts).toContainEqual({
    term: "Function",
    text: expect.stringMatching(/^dev-crm-receive: its role may dynamodb:DeleteItem, .*sqs:SendMessage; its code has/),
  });
  expect(JSON.stringify(stream?.facts)).toContain(codeHash("https"));
});

test("is in no stack that needs none", () => {
  const without = committedEnvironments().filter(({ bytes }) => !Buffer.from(bytes).toString().includes('"https"'));

  expect(without.length).toBeGreaterThan(5);
  for (const { name, bytes } of without)
    expect(synthesized(Buffer.from(bytes).toString(), name).resource.aws_lambda_function).toBeUndefined();
});
