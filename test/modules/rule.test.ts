import { file } from "../support/environment";
import { hclOf, resource, synthesized } from "../support/stack";

test("matches the exact source, the topics and the pattern on the stream's bus", () => {
  const text = file({
    rule: `topics = ["v2.users.{id}.presence", "v2.routing.queues.{id}.users"]
description = "Deletions"
pattern = { detail = { eventBody = { action = ["Delete"] } } }
targets = ["log"]`,
  }).replace('["v2.users', '["v2.routing.queues.{id}.users", "v2.users');

  expect(hclOf(text, "aws_cloudwatch_event_rule.all")).toMatchInlineSnapshot(`
    "resource "aws_cloudwatch_event_rule" "all" {
      description = "Deletions"
      event_bus_name = "\${aws_cloudwatch_event_bus.audit.name}"
      event_pattern = "{\\"source\\":[\\"aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit\\"],\\"detail-type\\":[\\"v2.routing.queues.{id}.users\\",\\"v2.users.{id}.presence\\"],\\"detail\\":{\\"eventBody\\":{\\"action\\":[\\"Delete\\"]}}}"
      name = "all"
      state = "ENABLED"
      tags = {
        environment = "dev"
        managed-by = "cdktf"
      }
    }"
  `);
});

test("is off where the file says so", () => {
  expect(
    resource(synthesized(file({ rule: 'enabled = false\ntargets = ["log"]' })), "aws_cloudwatch_event_rule").state,
  ).toBe("DISABLED");
});
