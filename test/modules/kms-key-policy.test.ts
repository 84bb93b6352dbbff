import { file } from "../support/environment";
import { allows } from "../support/policy";
import { synthesized } from "../support/stack";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const keyPolicy = (destination: string) =>
  synthesized(file({ top: `kms_key_arn = "${KEY}"`, destination })).output.kms_key_policy?.value;

test("lets EventBridge use the key without a source, with which a topic would get nothing", () => {
  for (const action of ["kms:Decrypt", "kms:GenerateDataKey"]) {
    expect(allows(keyPolicy('type = "sns"'), { service: "events.amazonaws.com", action, resource: KEY })).toBe(true);
  }
  expect(keyPolicy('type = "sns"')).not.toContain("logs.");
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
    allows(resource.aws_iam_role_policy?.log?.policy, { service: "", action: "kms:GenerateDataKey", resource: KEY }),
  ).toBe(true);
});

test("is no output where there is no key", () => {
  expect(synthesized(file()).output).not.toHaveProperty("kms_key_policy");
});
