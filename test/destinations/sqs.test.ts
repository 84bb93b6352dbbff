import { file } from "../support/environment";
import { allows } from "../support/policy";
import { hclOf, resource, synthesized } from "../support/stack";

const sqs = (keys = "", rule?: string) => file({ destination: `type = "sqs"\n${keys}`, ...(rule && { rule }) });
const target = (text: string) => resource(synthesized(text), "aws_cloudwatch_event_target");

test("creates an encrypted queue that lets the rules of its bus in", () => {
  const { policy } = resource(synthesized(sqs()), "aws_sqs_queue", "log");
  const send = (suffix: string) => ({
    service: "events.amazonaws.com",
    action: "sqs:SendMessage",
    resource: "arn:aws:sqs:us-east-1:123456789012:dev-log",
    context: {
      "aws:SourceArn": `arn:aws:events:us-east-1:123456789012:rule/aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/${suffix}/all`,
      "aws:SecureTransport": "true",
    },
  });

  expect(
    hclOf(sqs("retention_days = 14"), "aws_sqs_queue.log").replace(/policy = .*/, "policy = …"),
  ).toMatchInlineSnapshot(`
    "resource "aws_sqs_queue" "log" {
      message_retention_seconds = 1209600
      name = "dev-log"
      policy = …
      sqs_managed_sse_enabled = true
      tags = {
        environment = "dev"
        managed-by = "cdktf"
      }
      visibility_timeout_seconds = 30
    }"
  `);
  expect(allows(policy, send("audit"))).toBe(true);
  expect(allows(policy, send("other"))).toBe(false);
});

test("drops repeats in a FIFO queue and groups messages, without which nothing would arrive", () => {
  const fifo = sqs("fifo = true");

  expect(resource(synthesized(fifo), "aws_sqs_queue", "log")).toMatchObject({
    name: "dev-log.fifo",
    fifo_queue: true,
    content_based_deduplication: true,
  });
  expect(target(fifo).sqs_target).toEqual({
    message_group_id: "$.detail-type",
  });
});

test("lets the target's message group overrule the destination's", () => {
  const keys = 'message_group_id = "a"';

  expect(target(sqs(keys)).sqs_target).toEqual({ message_group_id: "a" });
  expect(target(sqs(keys, 'targets = { log = { message_group_id = "b" } }')).sqs_target).toEqual({
    message_group_id: "b",
  });
  expect(target(sqs())).not.toHaveProperty("sqs_target");
});

test("delivers to a queue that exists by a role, and leaves its policy alone", () => {
  const stack = synthesized(sqs('arn = "arn:aws:sqs:us-east-1:123456789012:theirs"'));

  expect(Object.keys(stack.resource.aws_sqs_queue ?? {})).toEqual(["dead-letters"]);
  expect(stack.resource.aws_sqs_queue_policy).toBeUndefined();
  expect(resource(stack, "aws_iam_role_policy").policy).toContain('"Action":["sqs:SendMessage"]');
});

test("uses the customer-managed key in place of SQS's own", () => {
  const kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const { resource: resources } = synthesized(sqs().replace("streams =", `kms_key_arn = "${kms_key_arn}"\nstreams =`));

  for (const queue of Object.values(resources.aws_sqs_queue ?? {})) {
    expect(queue.kms_master_key_id).toBe(kms_key_arn);
    expect(queue).not.toHaveProperty("sqs_managed_sse_enabled");
  }
});
