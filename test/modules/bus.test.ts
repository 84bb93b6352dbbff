import { file } from "../support/environment";
import { allows } from "../support/policy";
import { hclOf, resource, synthesized } from "../support/stack";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const SOURCE = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";
const BUS = `arn:aws:events:us-east-1:123456789012:event-bus/${SOURCE}`;
const encrypted = file({ top: `kms_key_arn = "${KEY}"` });

test("is encrypted with the environment's key, and then has the dead-letter queue from its beginning", () => {
  expect(hclOf(encrypted, "aws_cloudwatch_event_bus.audit")).toMatchInlineSnapshot(`
    "resource "aws_cloudwatch_event_bus" "audit" {
      event_source_name = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit"
      kms_key_identifier = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      name = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit"
      tags = {
        environment = "dev"
        managed-by = "cdktf"
      }
      dead_letter_config {
        arn = "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters"
      }
      depends_on = [
        "time_sleep.audit",
        "aws_sqs_queue.dead-letters",
      ]
      lifecycle {
          ignore_changes = [
          "event_source_name",
        ]
      }
    }"
  `);
});

test("may put into the dead-letter queue what it cannot encrypt or decrypt", () => {
  const sends = (text: string, bus: string) =>
    allows(resource(synthesized(text), "aws_sqs_queue").policy, {
      service: "events.amazonaws.com",
      action: "sqs:SendMessage",
      resource: "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters",
      context: { "aws:SourceArn": bus, "aws:SecureTransport": "true" },
    });

  expect(sends(encrypted, BUS)).toBe(true);
  expect(sends(encrypted, `${BUS}-2`)).toBe(false);
  // It sends nothing there without a key.
  expect(sends(file(), BUS)).toBe(false);
});

test("is a name and a source and nothing more where the file asks for nothing", () => {
  expect(resource(synthesized(file()), "aws_cloudwatch_event_bus")).toEqual({
    name: SOURCE,
    event_source_name: SOURCE,
    tags: { environment: "dev", "managed-by": "cdktf" },
    // What an import leaves out must not replace the bus: its name says the same.
    lifecycle: { ignore_changes: ["event_source_name"] },
    depends_on: ["time_sleep.audit"],
  });
});
