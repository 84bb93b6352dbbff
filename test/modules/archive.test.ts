import { file } from "../support/environment";
import { hclOf, resource, synthesized } from "../support/stack";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const archiveOf = (stream: string, top = "", name = "dev") =>
  resource(synthesized(file({ stream, top }), name), "aws_cloudwatch_event_archive");

test("keeps what matches the exact source and the pattern", () => {
  const stream = 'archive = { retention_days = 30, pattern = { detail = { eventBody = { action = ["Delete"] } } } }';

  expect(hclOf(file({ stream }), "aws_cloudwatch_event_archive.audit")).toMatchInlineSnapshot(`
    "resource "aws_cloudwatch_event_archive" "audit" {
      event_pattern = "{\\"source\\":[\\"aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit\\"],\\"detail\\":{\\"eventBody\\":{\\"action\\":[\\"Delete\\"]}}}"
      event_source_arn = "arn:aws:events:us-east-1:123456789012:event-bus/aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit"
      name = "dev-audit"
      retention_days = 30
      depends_on = [
        "aws_cloudwatch_event_bus.audit",
      ]
    }"
  `);
});

test("keeps every event for 90 days where the file says no more, and for ever where it says 0", () => {
  expect(archiveOf("archive = {}")).toMatchObject({
    event_pattern: '{"source":["aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit"]}',
    retention_days: 90,
  });
  expect(archiveOf("archive = { retention_days = 0 }").retention_days).toBe(0);
});

test("reads a pattern as text like one as an object, in whatever order it is written", () => {
  const asText = archiveOf('archive = { pattern = "{\\"version\\": [\\"0\\"], \\"id\\": [\\"1\\"]}" }');

  expect(archiveOf('archive = { pattern = { id = ["1"], version = ["0"] } }')).toEqual(asText);
});

test("has a name that AWS takes, and another for another stream", () => {
  const names = ["a", "b"].map((end) => {
    const text = file({ stream: "archive = {}", rule: 'targets = ["log"]' });
    const long = `${"x".repeat(50)}${end}`;
    return resource(
      synthesized(text.replace("{ audit =", `{ ${long} =`).replace('stream = "audit"', `stream = "${long}"`)),
      "aws_cloudwatch_event_archive",
    ).name;
  });

  for (const name of names) expect(name).toMatch(/^[.\-_A-Za-z0-9]{1,48}$/);
  expect(new Set(names).size).toBe(2);
});

test("is encrypted with the environment's key", () => {
  expect(archiveOf("archive = {}")).not.toHaveProperty("kms_key_identifier");
  expect(archiveOf("archive = {}", `kms_key_arn = "${KEY}"`).kms_key_identifier).toBe(KEY);
});

test("is told as an output, to replay from", () => {
  expect(synthesized(file({ stream: "archive = {}" })).output.archives?.value).toEqual({
    audit: "${aws_cloudwatch_event_archive.audit.arn}",
  });
});
