import { file } from "../support/environment";
import { allows } from "../support/policy";
import { addresses, resource, synthesized } from "../support/stack";

const firehose = (keys = "", top = "") => synthesized(file({ top, destination: `type = "firehose"\n${keys}` }));
const BUCKET = "arn:aws:s3:::dev-log-123456789012-us-east-1";

test("may put single records and batches, both of which EventBridge does", () => {
  const { policy } = resource(firehose(), "aws_iam_role_policy", "log");
  const stream = "arn:aws:firehose:us-east-1:123456789012:deliverystream/dev-log";

  for (const action of ["firehose:PutRecord", "firehose:PutRecordBatch"]) {
    expect(allows(policy, { service: "", action, resource: stream })).toBe(true);
  }
});

test("writes compressed files with one event a line", () => {
  const { extended_s3_configuration, server_side_encryption } = resource(
    firehose(),
    "aws_kinesis_firehose_delivery_stream",
  );

  expect(extended_s3_configuration).toMatchObject({
    bucket_arn: BUCKET,
    compression_format: "GZIP",
    processing_configuration: {
      processors: [
        { type: "AppendDelimiterToRecord", parameters: [{ parameter_name: "Delimiter", parameter_value: "\\n" }] },
      ],
    },
  });
  expect(server_side_encryption).toMatchObject({ enabled: true, key_type: "AWS_OWNED_CMK" });
});

test("lets Firehose write to the bucket for this stream only", () => {
  const stack = firehose();
  const assume = (name: string) => ({
    service: "firehose.amazonaws.com",
    action: "sts:AssumeRole",
    context: {
      "aws:SourceAccount": "123456789012",
      "aws:SourceArn": `arn:aws:firehose:us-east-1:123456789012:deliverystream/${name}`,
    },
  });
  const { assume_role_policy } = resource(stack, "aws_iam_role", "log_firehose");
  const { policy } = resource(stack, "aws_iam_role_policy", "log_firehose");

  expect(allows(assume_role_policy, assume("dev-log"))).toBe(true);
  expect(allows(assume_role_policy, assume("theirs"))).toBe(false);
  expect(allows(policy, { service: "", action: "s3:PutObject", resource: `${BUCKET}/x` })).toBe(true);
  expect(allows(policy, { service: "", action: "s3:DeleteObject", resource: `${BUCKET}/x` })).toBe(false);
});

test("creates a private, encrypted bucket that takes encrypted connections only", () => {
  const stack = firehose("expire_after_days = 30");

  expect(addresses(stack).filter((address) => address.startsWith("aws_s3"))).toEqual([
    "aws_s3_bucket.log",
    "aws_s3_bucket_lifecycle_configuration.log",
    "aws_s3_bucket_policy.log",
    "aws_s3_bucket_public_access_block.log",
    "aws_s3_bucket_server_side_encryption_configuration.log",
    "aws_s3_bucket_versioning.log",
  ]);
  expect(resource(stack, "aws_s3_bucket_public_access_block")).toMatchObject({
    block_public_policy: true,
    restrict_public_buckets: true,
  });
  expect(resource(stack, "aws_s3_bucket_policy").policy).toContain('"aws:SecureTransport":"false"');
});

test("writes to a bucket that exists and creates none", () => {
  const stack = firehose('bucket_arn = "arn:aws:s3:::theirs"');

  expect(addresses(stack).filter((address) => address.startsWith("aws_s3"))).toEqual([]);
  expect(resource(stack, "aws_iam_role_policy", "log_firehose").policy).toContain("arn:aws:s3:::theirs/*");
});

test("uses the customer-managed key for the stream and the files", () => {
  const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const stack = firehose("", `kms_key_arn = "${key}"`);

  expect(resource(stack, "aws_kinesis_firehose_delivery_stream")).toMatchObject({
    server_side_encryption: { key_type: "CUSTOMER_MANAGED_CMK", key_arn: key },
    extended_s3_configuration: { kms_key_arn: key },
  });
  expect(resource(stack, "aws_iam_role_policy", "log_firehose").policy).toContain("kms:GenerateDataKey");
  expect(stack.output.kms_key_policy?.value).toContain("firehose.amazonaws.com");
});

test("keeps what was overwritten for a week, and no part of a file that was never completed", () => {
  const stack = firehose();

  expect(resource(stack, "aws_s3_bucket_versioning").versioning_configuration).toEqual({ status: "Enabled" });
  expect(resource(stack, "aws_s3_bucket_lifecycle_configuration").rule).toEqual([
    {
      id: "noncurrent-versions",
      status: "Enabled",
      filter: [{ prefix: "" }],
      noncurrent_version_expiration: [{ noncurrent_days: 7 }],
      expiration: [{ expired_object_delete_marker: true }],
    },
    {
      id: "incomplete-uploads",
      status: "Enabled",
      filter: [{ prefix: "" }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
    },
  ]);
});

test("logs who reads the files into the bucket that the file names, and nowhere without one", () => {
  expect(resource(firehose('access_log_bucket = "acme-access-logs"'), "aws_s3_bucket_logging")).toMatchObject({
    target_bucket: "acme-access-logs",
    target_prefix: "dev-log-123456789012-us-east-1/",
  });
  expect(addresses(firehose())).not.toContain("aws_s3_bucket_logging.log");
});

test.each(["", 'bucket_arn = "arn:aws:s3:::theirs"'])("says what it could not write, and may (%s)", (keys) => {
  const stack = firehose(keys);
  const group = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/kinesisfirehose/dev-log";
  const { policy } = resource(stack, "aws_iam_role_policy", "log_firehose");
  const write = (log: string) => ({ service: "", action: "logs:PutLogEvents", resource: `${group}:log-stream:${log}` });

  expect(resource(stack, "aws_kinesis_firehose_delivery_stream").extended_s3_configuration).toMatchObject({
    cloudwatch_logging_options: {
      enabled: true,
      log_group_name: "/aws/kinesisfirehose/dev-log",
      log_stream_name: "DestinationDelivery",
    },
  });
  expect(resource(stack, "aws_cloudwatch_log_group", "log_errors")).toMatchObject({
    name: "/aws/kinesisfirehose/dev-log",
    retention_in_days: 365,
  });
  expect(resource(stack, "aws_cloudwatch_log_stream", "log_errors").name).toBe("DestinationDelivery");
  expect(allows(policy, write("DestinationDelivery"))).toBe(true);
  expect(allows(policy, write("other"))).toBe(false);
});

test("encrypts what it says of errors, and uses the key for files alone", () => {
  const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const stack = firehose("", `kms_key_arn = "${key}"`);
  const { policy } = resource(stack, "aws_iam_role_policy", "log_firehose");
  const use = (via: string) => ({
    service: "",
    action: "kms:GenerateDataKey",
    resource: key,
    context: { "kms:ViaService": `${via}.us-east-1.amazonaws.com` },
  });

  expect(resource(stack, "aws_cloudwatch_log_group", "log_errors").kms_key_id).toBe(key);
  expect(
    allows(stack.output.kms_key_policy?.value, {
      service: "logs.us-east-1.amazonaws.com",
      action: "kms:Encrypt",
      resource: key,
      context: {
        "kms:EncryptionContext:aws:logs:arn":
          "arn:aws:logs:us-east-1:123456789012:log-group:/aws/kinesisfirehose/dev-log",
      },
    }),
  ).toBe(true);
  expect(allows(policy, use("s3"))).toBe(true);
  expect(allows(policy, use("sqs"))).toBe(false);
});
