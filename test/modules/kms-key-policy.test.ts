import { file } from "../support/environment";
import { allows } from "../support/policy";
import { synthesized } from "../support/stack";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const keyPolicy = (destination: string) =>
  synthesized(file({ top: `kms_key_arn = "${KEY}"`, destination })).output.kms_key_policy?.value;

const EVENTS = "events.amazonaws.com";
const RULE =
  "arn:aws:events:us-east-1:123456789012:rule/aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit/all";

test("lets EventBridge use the key without a source, with which a topic would get nothing", () => {
  for (const action of ["kms:Decrypt", "kms:GenerateDataKey"]) {
    expect(allows(keyPolicy('type = "sns"'), { service: EVENTS, action, resource: KEY })).toBe(true);
  }
  expect(keyPolicy('type = "sns"')).not.toContain("logs.");
});

const SECRET = 'auth = { type = "api_key", value = { secrets_manager = "webhook" } }';
const withoutTopic = [
  'type = "cloudwatch_logs"',
  'type = "event_bus"\narn = "arn:aws:events:us-east-1:210987654321:event-bus/central"',
  'type = "firehose"',
  `type = "http"\nurl = "https://events.acme.example/x"\n${SECRET}`,
  'type = "kinesis"',
  'type = "lambda"\narn = "arn:aws:lambda:us-east-1:123456789012:function:audit"',
  'type = "pagerduty"\nrouting_key = { ssm_parameter = "/key" }',
  'type = "sns"\narn = "arn:aws:sns:us-east-1:123456789012:theirs"',
  'type = "sqs"',
  'type = "sqs"\nfifo = true',
  'type = "step_functions"\narn = "arn:aws:states:us-east-1:123456789012:stateMachine:audit"',
];

test.each(withoutTopic)("has a condition in every statement, and lets dead letters through, for %s", (destination) => {
  const document = keyPolicy(destination);
  const { Statement } = JSON.parse(String(document));
  const delivers = { service: EVENTS, action: "kms:GenerateDataKey", resource: KEY };

  expect(Statement.filter(({ Condition }: { Condition?: object }) => Condition === undefined)).toEqual([]);
  expect(allows(document, { ...delivers, context: { "aws:SourceArn": RULE } })).toBe(true);
  expect(allows(document, { ...delivers, context: { "aws:SourceArn": RULE.replace("/audit/", "/other/") } })).toBe(
    false,
  );
  expect(allows(document, delivers)).toBe(false);
});

test.each([
  { destination: 'type = "kinesis"', service: "kinesis" },
  { destination: 'type = "firehose"', service: "s3" },
])("lets the roles of the account use it by $service alone", ({ destination, service }) => {
  const use = (via: string) => ({
    service: "arn:aws:iam::123456789012:root",
    action: "kms:GenerateDataKey",
    resource: KEY,
    context: { "kms:ViaService": `${via}.us-east-1.amazonaws.com` },
  });

  expect(allows(keyPolicy(destination), use(service))).toBe(true);
  expect(allows(keyPolicy(destination), use("ec2"))).toBe(false);
});

test("lets EventBridge keep the secrets of connections under it", () => {
  const use = (secret: string) => ({
    service: "arn:aws:iam::123456789012:root",
    action: "kms:Encrypt",
    resource: KEY,
    context: {
      "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com",
      "kms:EncryptionContext:SecretARN": `arn:aws:secretsmanager:us-east-1:123456789012:secret:${secret}`,
    },
  });
  const document = keyPolicy(`type = "http"\nurl = "https://events.acme.example/x"\n${SECRET}`);

  expect(allows(document, use("events!connection/dev-log/1"))).toBe(true);
  expect(allows(document, use("other"))).toBe(false);
  expect(keyPolicy('type = "sqs"')).not.toContain("secretsmanager");
});

test("lets CloudWatch Logs use the key for the stack's own log groups", () => {
  const use = (group: string) => ({
    service: "logs.us-east-1.amazonaws.com",
    action: "kms:GenerateDataKeyWithoutPlaintext",
    resource: KEY,
    context: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:123456789012:log-group:${group}` },
  });

  expect(allows(keyPolicy('type = "cloudwatch_logs"'), use("/aws/events/dev/log"))).toBe(true);
  expect(allows(keyPolicy('type = "cloudwatch_logs"'), use("/theirs"))).toBe(false);
});

test("lets the role that delivers to an encrypted stream use the key", () => {
  const { resource } = synthesized(file({ top: `kms_key_arn = "${KEY}"`, destination: 'type = "kinesis"' }));

  expect(resource.aws_kinesis_stream?.log?.kms_key_id).toBe(KEY);
  expect(
    allows(resource.aws_iam_role_policy?.log?.policy, {
      service: "",
      action: "kms:GenerateDataKey",
      resource: KEY,
      context: { "kms:ViaService": "kinesis.us-east-1.amazonaws.com" },
    }),
  ).toBe(true);
});

describe("for a stack that keeps and logs events", () => {
  const BUS =
    "arn:aws:events:us-east-1:123456789012:event-bus/aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";
  const document = (stream: string) =>
    String(synthesized(file({ top: `kms_key_arn = "${KEY}"`, stream })).output.kms_key_policy?.value);
  /** One statement by itself, since the first allows EventBridge more than the others. */
  const statement = (text: string, sid: string) =>
    JSON.stringify({ Statement: JSON.parse(text).Statement.filter(({ Sid }: { Sid: string }) => Sid === sid) });
  const asks = (action: string, context = {}, service = "events.amazonaws.com") => ({
    service,
    action,
    resource: KEY,
    context,
  });
  const OF_BUS = { "kms:EncryptionContext:aws:events:event-bus:arn": BUS };
  const OF_LOGS = { "kms:EncryptionContext:SourceArn": "arn:aws:logs:us-east-1:123456789012:*" };

  test("lets EventBridge look at the key, and use it for the stack's buses", () => {
    const buses = statement(document(""), "EventBuses");

    expect(allows(document(""), asks("kms:DescribeKey"))).toBe(true);
    expect(allows(document(""), asks("kms:DescribeKey", { "aws:SourceAccount": "999999999999" }))).toBe(false);
    expect(allows(buses, asks("kms:GenerateDataKey", { ...OF_BUS, "aws:SourceArn": BUS }))).toBe(true);
    expect(allows(buses, asks("kms:GenerateDataKey", { ...OF_BUS, "aws:SourceArn": `${BUS}-2` }))).toBe(false);
    expect(allows(buses, asks("kms:Decrypt", { "aws:SourceArn": BUS }))).toBe(false);
  });

  test("lets the archives of its own buses use it, which name no source", () => {
    const archives = document("archive = {}");

    expect(allows(statement(archives, "Archives"), asks("kms:GenerateDataKey", OF_BUS))).toBe(true);
    expect(allows(archives, asks("kms:ReEncryptFrom", OF_BUS))).toBe(true);
    expect(
      allows(
        archives,
        asks("kms:ReEncryptFrom", { ...OF_BUS, "kms:EncryptionContext:aws:events:event-bus:arn": `${BUS}-2` }),
      ),
    ).toBe(false);
    expect(allows(document(""), asks("kms:ReEncryptFrom", OF_BUS))).toBe(false);
  });

  test("lets the delivery of logs decrypt what a bus logs, and the log group keep it", () => {
    const logs = document('log_level = "error"');
    const DELIVERY = "delivery.logs.amazonaws.com";

    expect(allows(logs, asks("kms:Decrypt", OF_LOGS, DELIVERY))).toBe(true);
    expect(
      allows(
        logs,
        asks("kms:Decrypt", { "kms:EncryptionContext:SourceArn": "arn:aws:logs:us-east-1:999999999999:*" }, DELIVERY),
      ),
    ).toBe(false);
    expect(allows(statement(logs, "BusLogs"), asks("kms:GenerateDataKey", OF_LOGS))).toBe(true);
    expect(allows(document(""), asks("kms:Decrypt", OF_LOGS, DELIVERY))).toBe(false);
    expect(statement(logs, "LogGroups")).toContain("log-group:/aws/vendedlogs/events/dev/audit");
  });
});

test("is no output where there is no key", () => {
  expect(synthesized(file()).output).not.toHaveProperty("kms_key_policy");
});
