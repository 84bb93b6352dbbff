import { file } from "../support/environment";
import { allows, type Request } from "../support/policy";
import { resource, synthesized } from "../support/stack";

const PARTNER = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de";
const rule = (suffix: string) => `arn:aws:events:us-east-1:123456789012:rule/${PARTNER}/${suffix}/all`;
const from = (sourceArn: string) => ({ "aws:SourceArn": sourceArn, "aws:SourceAccount": "123456789012" });
const EVENTS = "events.amazonaws.com";

const twoStreams = file({
  stream: '}\nother = { event_source_suffix = "other", topic_filters = ["v2.users.{id}.presence"]',
  rule: 'targets = ["log", "calls"] }\nothers = { stream = "other", targets = ["others-log"]',
  destination: 'type = "cloudwatch_logs" }\nothers-log = { type = "cloudwatch_logs" }\ncalls = { type = "kinesis"',
});

describe("the Logs resource policy", () => {
  const { policy_document } = resource(synthesized(twoStreams), "aws_cloudwatch_log_resource_policy");
  const group = (name: string) => `arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/dev/${name}`;
  const writes = (name: string, sourceArn: string, service = EVENTS): Request => ({
    service,
    action: "logs:PutLogEvents",
    resource: `${group(name)}:log-stream:s`,
    context: from(sourceArn),
  });

  test.each([EVENTS, "delivery.logs.amazonaws.com"])("lets %s create a stream and write for the rule", (service) => {
    const create = { service, action: "logs:CreateLogStream", resource: `${group("log")}:log-stream:s` };

    // Creating a stream carries no source, so that a condition would keep every event out.
    expect(allows(policy_document, create)).toBe(true);
    expect(allows(policy_document, writes("log", rule("audit"), service))).toBe(true);
  });

  test("keeps out rules of another account, another bus and other services", () => {
    expect(allows(policy_document, writes("log", rule("audit").replace("123456789012", "999999999999")))).toBe(false);
    expect(allows(policy_document, writes("log", rule("audit-2")))).toBe(false);
    expect(allows(policy_document, writes("log", rule("audit"), "ec2.amazonaws.com"))).toBe(false);
  });

  test("keeps apart the log groups of two buses", () => {
    expect(allows(policy_document, writes("others-log", rule("other")))).toBe(true);
    expect(allows(policy_document, writes("others-log", rule("audit")))).toBe(false);
    expect(allows(policy_document, writes("log", rule("other")))).toBe(false);
  });

  test("covers a log group that exists", () => {
    const arn = "arn:aws:logs:us-east-1:123456789012:log-group:/theirs:*";
    const stack = synthesized(file({ destination: `type = "cloudwatch_logs"\narn = "${arn}"` }));
    const existing = resource(stack, "aws_cloudwatch_log_resource_policy").policy_document;

    expect(allows(existing, { ...writes("log", rule("audit")), resource: `${arn.slice(0, -2)}:log-stream:s` })).toBe(
      true,
    );
    expect(stack.resource.aws_cloudwatch_log_group).toBeUndefined();
    expect(resource(stack, "aws_cloudwatch_event_target").arn).toBe(arn.slice(0, -2));
  });
});

describe("the dead-letter queue", () => {
  const queue = resource(synthesized(twoStreams), "aws_sqs_queue");
  const send = (sourceArn: string): Request => ({
    service: EVENTS,
    action: "sqs:SendMessage",
    resource: "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters",
    context: { ...from(sourceArn), "aws:SecureTransport": "true" },
  });

  test("lets in the rules of every stream and nobody else's", () => {
    expect(allows(queue.policy, send(rule("audit")))).toBe(true);
    expect(allows(queue.policy, send(rule("other")))).toBe(true);
    expect(allows(queue.policy, send(rule("audit").replace("us-east-1", "eu-west-1")))).toBe(false);
    expect(allows(queue.policy, { ...send(rule("audit")), service: "sns.amazonaws.com" })).toBe(false);
  });

  test("refuses what comes unencrypted", () => {
    const request = send(rule("audit"));

    expect(allows(queue.policy, { ...request, context: { ...request.context, "aws:SecureTransport": "false" } })).toBe(
      false,
    );
  });

  test("is standard, encrypted, and keeps what it gets for as long as SQS can", () => {
    expect(queue).toMatchObject({ sqs_managed_sse_enabled: true, message_retention_seconds: 1_209_600 });
    expect(queue).not.toHaveProperty("fifo_queue");
  });
});

describe("the role of a destination", () => {
  const stack = synthesized(twoStreams);
  const trust = resource(stack, "aws_iam_role").assume_role_policy;
  const assume = (sourceArn: string, account = "123456789012"): Request => ({
    service: EVENTS,
    action: "sts:AssumeRole",
    context: { "aws:SourceArn": sourceArn, "aws:SourceAccount": account },
  });

  test("is assumed for the rules that deliver there only", () => {
    expect(allows(trust, assume(rule("audit")))).toBe(true);
    expect(allows(trust, assume(rule("other")))).toBe(false);
    expect(allows(trust, assume(rule("audit"), "999999999999"))).toBe(false);
  });

  test("may put records into that stream and do nothing else", () => {
    const { policy } = resource(stack, "aws_iam_role_policy");
    const stream = "arn:aws:kinesis:us-east-1:123456789012:stream/dev-calls";

    expect(allows(policy, { service: "", action: "kinesis:PutRecord", resource: stream })).toBe(true);
    expect(allows(policy, { service: "", action: "kinesis:PutRecord", resource: `${stream}-2` })).toBe(false);
    expect(allows(policy, { service: "", action: "kinesis:GetRecords", resource: stream })).toBe(false);
  });

  test("is one for the destination, however many rules deliver there", () => {
    const many = synthesized(
      file({
        rule: 'targets = ["log"] }\nmore = { stream = "audit", targets = ["log"]',
        destination: 'type = "kinesis"',
      }),
    );

    expect(Object.keys(many.resource.aws_iam_role ?? {})).toEqual(["log"]);
    expect(Object.keys(many.resource.aws_cloudwatch_event_target ?? {})).toHaveLength(2);
  });

  test("is not made where nothing delivers", () => {
    const unused = synthesized(file({ destination: 'type = "cloudwatch_logs" }\nunused = { type = "kinesis"' }));

    expect(unused.resource.aws_iam_role).toBeUndefined();
    expect(unused.resource.aws_kinesis_stream).toBeDefined();
  });
});
