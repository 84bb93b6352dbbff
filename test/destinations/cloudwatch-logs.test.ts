import { file } from "../support/environment";
import { hclOf, resource, synthesized } from "../support/stack";

test("creates a log group that keeps events for a year", () => {
  expect(hclOf(file({ top: 'tags = { owner = "me" }' }), "aws_cloudwatch_log_group.log")).toMatchInlineSnapshot(`
    "resource "aws_cloudwatch_log_group" "log" {
      name = "/aws/events/dev/log"
      retention_in_days = 365
      tags = {
        environment = "dev"
        managed-by = "cdktf"
        owner = "me"
      }
    }"
  `);
});

test("names the class only where it is another than AWS's own, which would replace a group that has none", () => {
  const infrequent = file({
    destination: 'type = "cloudwatch_logs"\nlog_class = "INFREQUENT_ACCESS"',
  });

  expect(resource(synthesized(file()), "aws_cloudwatch_log_group")).not.toHaveProperty("log_group_class");
  expect(resource(synthesized(infrequent), "aws_cloudwatch_log_group").log_group_class).toBe("INFREQUENT_ACCESS");
});
