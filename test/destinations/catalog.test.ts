import { filesOf } from "../../operate/backfill/outputs/layout";
import type { Batch } from "../../operate/backfill/outputs/output";
import { file } from "../support/environment";
import { addresses, resource, synthesized } from "../support/stack";

const firehose = (keys = "", top = "") =>
  synthesized(file({ top, destination: `type = "firehose"\ncatalog = true\n${keys}` }));
const BUCKET = "dev-log-123456789012-us-east-1";
const parameters = (keys: string) => resource(firehose(keys), "aws_glue_catalog_table", "log_events").parameters;

test("makes a database, three tables, a workgroup, its queries and a bucket of their results, and nothing that runs", () => {
  const made = addresses(firehose()).filter((address) => /glue|athena|results/.test(address));

  expect(made.filter((address) => !address.startsWith("aws_athena_named_query."))).toEqual([
    "aws_athena_workgroup.log",
    "aws_glue_catalog_database.log",
    "aws_glue_catalog_table.log_events",
    "aws_glue_catalog_table.log_fetched",
    "aws_glue_catalog_table.log_lines",
    "aws_s3_bucket.log_results",
    "aws_s3_bucket_lifecycle_configuration.log_results",
    "aws_s3_bucket_policy.log_results",
    "aws_s3_bucket_public_access_block.log_results",
    "aws_s3_bucket_server_side_encryption_configuration.log_results",
    "aws_s3_bucket_versioning.log_results",
  ]);
  expect(addresses(synthesized(file({ destination: 'type = "firehose"' }))).join()).not.toMatch(/glue|athena|results/);
});

test("finds files where Firehose writes them, without a crawler", () => {
  expect(parameters("")).toMatchObject({
    "projection.enabled": "true",
    "projection.datehour.type": "date",
    "projection.datehour.format": "yyyy/MM/dd/HH",
    "projection.datehour.range": "2024/01/01/00,NOW",
    "projection.datehour.interval.unit": "HOURS",
    "storage.location.template": `s3://${BUCKET}/$\${datehour}/`,
  });
});

test.each([
  ["calls/", "calls/$${datehour}/", "yyyy/MM/dd/HH", "2024/01/01/00", "HOURS"],
  ["calls", "calls$${datehour}/", "yyyy/MM/dd/HH", "2024/01/01/00", "HOURS"],
  ["calls/!{timestamp:yyyy-MM-dd}/raw/", "calls/$${datehour}/raw/", "yyyy-MM-dd", "2024-01-01", "DAYS"],
  ["!{timestamp:yyyyMM}/", "$${datehour}/", "yyyyMM", "202401", "MONTHS"],
  ["y=!{timestamp:yyyy}/m=!{timestamp:MM}/", "y=$${datehour}/", "yyyy'/m='MM", "2024/m=01", "MONTHS"],
])("follows the prefix %s", (prefix, template, format, from, unit) => {
  expect(parameters(`prefix = "${prefix}"`)).toMatchObject({
    "projection.datehour.format": format,
    "projection.datehour.range": `${from},NOW`,
    "projection.datehour.interval.unit": unit,
    "storage.location.template": `s3://${BUCKET}/${template}`,
  });
});

test("looks no further back than files are kept", () => {
  expect(parameters("expire_after_days = 400")).toMatchObject({ "projection.datehour.range": "NOW-402DAYS,NOW" });
});

test("finds what backfill fetches into the bucket, by when it happened, whatever the prefix and however old it is", () => {
  const stack = firehose('prefix = "!{timestamp:yyyyMM}/"\nexpire_after_days = 400');
  const { parameters, storage_descriptor } = resource(stack, "aws_glue_catalog_table", "log_fetched");
  const event = { id: "e", "detail-type": "t", time: "2026-03-02T14:08:27Z" };
  const [file] = filesOf({ name: "page", events: [event] as unknown as Batch["events"] });

  expect(parameters).toMatchObject({
    "projection.datehour.format": "yyyy/MM/dd/HH",
    "projection.datehour.range": "2024/01/01/00,NOW",
    "storage.location.template": `s3://${BUCKET}/backfill/$\${datehour}/`,
  });
  expect(storage_descriptor).toMatchObject({ location: `s3://${BUCKET}/backfill/` });
  expect(file?.path).toBe("2026/03/02/14/page.gz");
  expect(resource(stack, "aws_athena_named_query", "log_conversations").query).toMatch(
    /FROM events WHERE datehour >= .*'%Y%m'\)\nUNION ALL\nSELECT \* FROM fetched WHERE .* interval '8' day, '%Y\/%m\/%d\/%H'\)/,
  );
});

test("queries a bucket that exists, and keeps what they find in one of its own", () => {
  const stack = firehose('bucket_arn = "arn:aws:s3:::theirs"');

  expect(resource(stack, "aws_glue_catalog_table", "log_lines").storage_descriptor).toMatchObject({
    location: "s3://theirs/",
  });
  expect(addresses(stack).filter((address) => address.startsWith("aws_s3_bucket."))).toEqual([
    "aws_s3_bucket.log_results",
  ]);
});

test("nobody sets aside the limit, the place or the encryption of results, which go after a month", () => {
  const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const results = (top: string) => resource(firehose("", top), "aws_athena_workgroup").configuration;

  expect(results("")).toEqual({
    enforce_workgroup_configuration: true,
    publish_cloudwatch_metrics_enabled: true,
    bytes_scanned_cutoff_per_query: 107_374_182_400,
    result_configuration: {
      output_location: "s3://dev-log-results-123456789012-us-east-1/",
      expected_bucket_owner: "123456789012",
      encryption_configuration: { encryption_option: "SSE_S3" },
    },
  });
  expect(results(`kms_key_arn = "${key}"`)).toMatchObject({
    result_configuration: { encryption_configuration: { encryption_option: "SSE_KMS", kms_key_arn: key } },
  });
  expect(resource(firehose(), "aws_s3_bucket_lifecycle_configuration", "log_results").rule).toContainEqual(
    expect.objectContaining({ id: "expire", expiration: [{ days: 30 }] }),
  );
});
