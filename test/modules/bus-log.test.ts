import { file } from "../support/environment";
import { allows, type Request } from "../support/policy";
import { hclOf, resource, synthesized } from "../support/stack";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const logging = (level: string, more = "") => file({ stream: `log_level = "${level}"\n${more}` });
const namesOf = (text: string, type: string) => Object.keys(synthesized(text).resource[type] ?? {});

test.each([
  ["error", ["audit_error"]],
  ["info", ["audit_error", "audit_info"]],
  ["trace", ["audit_error", "audit_info", "audit_trace"]],
])("%s delivers its own kind of logs and what is worse", (level, expected) => {
  expect(namesOf(logging(level), "aws_cloudwatch_log_delivery_source")).toEqual(expected);
  expect(namesOf(logging(level), "aws_cloudwatch_log_delivery")).toEqual(expected);
});

test("makes one delivery after the other, the first when CloudWatch Logs lets them in", () => {
  const { aws_cloudwatch_log_delivery: deliveries = {} } = synthesized(logging("trace")).resource;

  expect(Object.entries(deliveries).map(([name, { depends_on }]) => [name, depends_on])).toEqual([
    ["audit_error", ["aws_cloudwatch_log_resource_policy.events"]],
    ["audit_info", ["aws_cloudwatch_log_delivery.audit_error"]],
    ["audit_trace", ["aws_cloudwatch_log_delivery.audit_info"]],
  ]);
});

test("leads from the bus to a log group of its own", () => {
  const text = logging("error");

  expect(hclOf(text, "aws_cloudwatch_log_delivery_source.audit_error")).toMatchInlineSnapshot(`
    "resource "aws_cloudwatch_log_delivery_source" "audit_error" {
      log_type = "ERROR_LOGS"
      name = "dev-audit-error"
      resource_arn = "arn:aws:events:us-east-1:123456789012:event-bus/aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit"
      tags = {
        environment = "dev"
        managed-by = "cdktf"
      }
      depends_on = [
        "aws_cloudwatch_event_bus.audit",
      ]
    }"
  `);
  expect(hclOf(text, "aws_cloudwatch_log_delivery.audit_error")).toMatchInlineSnapshot(`
    "resource "aws_cloudwatch_log_delivery" "audit_error" {
      delivery_destination_arn = "\${aws_cloudwatch_log_delivery_destination.audit.arn}"
      delivery_source_name = "\${aws_cloudwatch_log_delivery_source.audit_error.name}"
      tags = {
        environment = "dev"
        managed-by = "cdktf"
      }
      depends_on = [
        "aws_cloudwatch_log_resource_policy.events",
      ]
    }"
  `);
  expect(hclOf(text, "aws_cloudwatch_log_delivery_destination.audit")).toMatchInlineSnapshot(`
    "resource "aws_cloudwatch_log_delivery_destination" "audit" {
      name = "dev-audit-logs"
      tags = {
        environment = "dev"
        managed-by = "cdktf"
      }
      delivery_destination_configuration {
        destination_resource_arn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/events/dev/audit"
      }
      depends_on = [
        "aws_cloudwatch_log_group.audit_bus-logs",
      ]
    }"
  `);
  expect(hclOf(text, "aws_cloudwatch_log_group.audit_bus-logs")).toMatchInlineSnapshot(`
    "resource "aws_cloudwatch_log_group" "audit_bus-logs" {
      name = "/aws/vendedlogs/events/dev/audit"
      retention_in_days = 365
      tags = {
        environment = "dev"
        managed-by = "cdktf"
      }
    }"
  `);
});

test("leaves the events out of the logs unless the file asks for them", () => {
  const busOf = (text: string) => resource(synthesized(text), "aws_cloudwatch_event_bus");

  expect(busOf(logging("info")).log_config).toEqual({
    level: "INFO",
    include_detail: "NONE",
  });
  expect(busOf(logging("info", "log_detail = true")).log_config).toEqual({
    level: "INFO",
    include_detail: "FULL",
  });
  expect(busOf(file())).not.toHaveProperty("log_config");
});

test("encrypts the log group with the environment's key", () => {
  const stack = synthesized(file({ top: `kms_key_arn = "${KEY}"`, stream: 'log_level = "error"' }));

  expect(resource(stack, "aws_cloudwatch_log_group", "audit_bus-logs").kms_key_id).toBe(KEY);
});

describe("the stack's Logs resource policy", () => {
  const stack = synthesized(logging("info").replace(/rules = \{[\s\S]*?\n\} \}/, ""));
  const { policy_document } = resource(stack, "aws_cloudwatch_log_resource_policy");
  const source = "arn:aws:logs:us-east-1:123456789012:delivery-source:dev-audit-";
  const request = (context: Record<string, string>, more: Partial<Request> = {}): Request => ({
    service: "delivery.logs.amazonaws.com",
    action: "logs:PutLogEvents",
    resource: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/events/dev/audit:log-stream:s",
    context: { "aws:SourceAccount": "123456789012", ...context },
    ...more,
  });

  test.each(["logs:CreateLogStream", "logs:PutLogEvents"])("allows the bus's deliveries %s", (action) => {
    for (const level of ["error", "info"])
      expect(allows(policy_document, request({ "aws:SourceArn": `${source}${level}` }, { action }))).toBe(true);
  });

  test("keeps out other deliveries, accounts and services, and lets nothing into other groups", () => {
    const own = { "aws:SourceArn": `${source}error` };

    expect(allows(policy_document, request({ "aws:SourceArn": `${source}trace` }))).toBe(false);
    expect(allows(policy_document, request({ ...own, "aws:SourceAccount": "999999999999" }))).toBe(false);
    expect(allows(policy_document, request(own, { service: "events.amazonaws.com" }))).toBe(false);
    expect(
      allows(
        policy_document,
        request(own, {
          resource: "arn:aws:logs:us-east-1:123456789012:log-group:/x",
        }),
      ),
    ).toBe(false);
  });

  test("is one, whatever else writes logs", () => {
    expect(namesOf(logging("error"), "aws_cloudwatch_log_resource_policy")).toEqual(["events"]);
  });
});

test("composes names without dots, which AWS does not take here", () => {
  const text = logging("error").replace("{ audit =", '{ "a.b" =').replace('stream = "audit"', 'stream = "a.b"');

  expect(resource(synthesized(text), "aws_cloudwatch_log_delivery_source", "a_b_error").name).toBe("dev-a_b-error");
  expect(resource(synthesized(text), "aws_cloudwatch_log_delivery_destination", "a_b").name).toBe("dev-a_b-logs");
});

test("is told as an output", () => {
  expect(synthesized(logging("error")).output.bus_log_groups?.value).toEqual({
    audit: "/aws/vendedlogs/events/dev/audit",
  });
});
