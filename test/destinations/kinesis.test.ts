import { file } from "../support/environment";
import { hclOf, resource, synthesized } from "../support/stack";

const kinesis = (keys = "") => file({ destination: `type = "kinesis"\n${keys}` });

test("creates an encrypted stream whose capacity AWS plans and that keeps records for a week", () => {
  expect(hclOf(kinesis(), "aws_kinesis_stream.log")).toMatchInlineSnapshot(`
    "resource "aws_kinesis_stream" "log" {
      encryption_type = "KMS"
      kms_key_id = "alias/aws/kinesis"
      name = "dev-log"
      retention_period = 168
      tags = {
        environment = "dev"
        managed-by = "cdktf"
      }
      stream_mode_details {
        stream_mode = "ON_DEMAND"
      }
    }"
  `);
});

test("creates a stream of counted shards", () => {
  const provisioned = resource(synthesized(kinesis('mode = "provisioned"\nshard_count = 3')), "aws_kinesis_stream");

  expect(provisioned).toMatchObject({
    shard_count: 3,
    stream_mode_details: { stream_mode: "PROVISIONED" },
  });
  expect(resource(synthesized(kinesis('mode = "provisioned"')), "aws_kinesis_stream").shard_count).toBe(1);
});

test("adds a role only to a stream that exists, also in another account", () => {
  const arn = "arn:aws:kinesis:us-east-1:999999999999:stream/theirs";
  const stack = synthesized(kinesis(`arn = "${arn}"`));

  expect(stack.resource.aws_kinesis_stream).toBeUndefined();
  expect(resource(stack, "aws_iam_role_policy").policy).toContain(`"Resource":"${arn}"`);
  expect(resource(stack, "aws_cloudwatch_event_target")).toMatchObject({
    arn,
    role_arn: "arn:aws:iam::123456789012:role/dev-log-eventbridge",
  });
});
