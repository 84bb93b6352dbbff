import { file } from "../support/environment";
import { allows } from "../support/policy";
import { resource, synthesized } from "../support/stack";

const sns = (keys = "") => synthesized(file({ destination: `type = "sns"\n${keys}` }));

test("lets EventBridge publish without a condition, which would drop events silently", () => {
  const { policy, name } = resource(sns(), "aws_sns_topic");
  const publish = {
    service: "events.amazonaws.com",
    action: "sns:Publish",
    resource: "arn:aws:sns:us-east-1:123456789012:dev-log",
  };

  expect(name).toBe("dev-log");
  expect(allows(policy, publish)).toBe(true);
  expect(allows(policy, { ...publish, service: "ec2.amazonaws.com" })).toBe(false);
  expect(allows(policy, { ...publish, context: { "aws:SecureTransport": "false" } })).toBe(false);
});

test("never uses AWS's managed key, which cannot let EventBridge in", () => {
  expect(resource(sns(), "aws_sns_topic")).not.toHaveProperty("kms_master_key_id");
});

test("publishes to a topic that exists by a role, and leaves its policy alone", () => {
  const stack = sns('arn = "arn:aws:sns:us-east-1:123456789012:theirs"');

  expect(stack.resource.aws_sns_topic).toBeUndefined();
  expect(resource(stack, "aws_cloudwatch_event_target").role_arn).toBe(
    "arn:aws:iam::123456789012:role/dev-log-eventbridge",
  );
});
