import { file } from "../support/environment";
import { hclOf, resource, synthesized } from "../support/stack";

const target = (parts: Parameters<typeof file>[0]) => resource(synthesized(file(parts)), "aws_cloudwatch_event_target");

test("delivers to a log group without a role, with both retry numbers and the dead-letter queue", () => {
  expect(hclOf(file(), "aws_cloudwatch_event_target.all_to_log")).toMatchInlineSnapshot(`
    "resource "aws_cloudwatch_event_target" "all_to_log" {
      arn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/dev/log"
      event_bus_name = "\${aws_cloudwatch_event_rule.all.event_bus_name}"
      rule = "\${aws_cloudwatch_event_rule.all.name}"
      target_id = "log"
      dead_letter_config {
        arn = "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters"
      }
      retry_policy {
        maximum_event_age_in_seconds = 86400
        maximum_retry_attempts = 185
      }
      depends_on = [
        "aws_cloudwatch_log_group.log",
        "aws_cloudwatch_log_resource_policy.events",
        "aws_sqs_queue.dead-letters",
      ]
    }"
  `);
});

test("delivers to a stream by the destination's role and partition key", () => {
  const text = file({
    destination: 'type = "kinesis"\npartition_key_path = "$.detail.eventBody.conversationId"',
  });

  expect(hclOf(text, "aws_cloudwatch_event_target.all_to_log")).toMatchInlineSnapshot(`
    "resource "aws_cloudwatch_event_target" "all_to_log" {
      arn = "arn:aws:kinesis:us-east-1:123456789012:stream/dev-log"
      event_bus_name = "\${aws_cloudwatch_event_rule.all.event_bus_name}"
      role_arn = "arn:aws:iam::123456789012:role/dev-log-eventbridge"
      rule = "\${aws_cloudwatch_event_rule.all.name}"
      target_id = "log"
      dead_letter_config {
        arn = "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters"
      }
      kinesis_target {
        partition_key_path = "$.detail.eventBody.conversationId"
      }
      retry_policy {
        maximum_event_age_in_seconds = 86400
        maximum_retry_attempts = 185
      }
      depends_on = [
        "aws_kinesis_stream.log",
        "aws_iam_role_policy.log",
        "aws_sqs_queue.dead-letters",
      ]
    }"
  `);
});

test("exists only after whatever lets it deliver, since a missing permission is not tried again", () => {
  expect(target({}).depends_on).toEqual([
    "aws_cloudwatch_log_group.log",
    "aws_cloudwatch_log_resource_policy.events",
    "aws_sqs_queue.dead-letters",
  ]);
  expect(target({ destination: 'type = "kinesis"' }).depends_on).toEqual([
    "aws_kinesis_stream.log",
    "aws_iam_role_policy.log",
    "aws_sqs_queue.dead-letters",
  ]);
});

test("always sets both retry numbers, since the provider sends 0 for one that is left out", () => {
  const { retry_policy } = target({
    rule: "targets = { log = { retry_attempts = 3 } }",
  });

  expect(retry_policy).toEqual({
    maximum_retry_attempts: 3,
    maximum_event_age_in_seconds: 86_400,
  });
});

test("has no dead-letter queue where the target wants none", () => {
  const without = target({
    rule: "targets = { log = { dead_letter = false } }",
  });

  expect(without).not.toHaveProperty("dead_letter_config");
  expect(without.depends_on).not.toContain("aws_sqs_queue.dead-letters");
});

test("keeps fields as JSON for a stream and as a log event for a log group", () => {
  const rule = 'targets = { log = { fields = ["detail.eventBody.id"] } }';

  expect(target({ rule, destination: 'type = "kinesis"' }).input_transformer).toEqual({
    input_paths: { detail_eventBody_id: "$.detail.eventBody.id" },
    input_template: '{"detail":{"eventBody":{"id":<detail_eventBody_id>}}}',
  });
  expect(target({ rule }).input_transformer).toMatchObject({
    input_template: expect.stringMatching(/^\{"timestamp":<log-time>,"message":"/),
  });
});

test("lets the target's partition key overrule the destination's", () => {
  const { kinesis_target } = target({
    rule: 'targets = { log = { partition_key_path = "id" } }',
    destination: 'type = "kinesis"\npartition_key_path = "account"',
  });

  expect(kinesis_target).toEqual({ partition_key_path: "$.id" });
});
