import { jsonUse } from "../../config/json-places";
import { parse } from "../support/environment";

test.each([
  [["rules", "all", "pattern"], "pattern"],
  [["rules", "all", "pattern", "detail", "id", 0], "pattern"],
  [["streams", "audit", "archive", "pattern", "detail"], "pattern"],
  [["rules", "all", "targets", "log", "template"], "sent"],
  [["rules", "all", "targets", "log", "input", "a"], "sent"],
  [["rules", "all", "targets", "log", "variables"], undefined],
  [["rules", "all", "targets"], undefined],
  [["rules"], undefined],
  [["tags", "pattern"], undefined],
])("the schema says of %j that it is JSON: %s", (path, use) => {
  expect(jsonUse(path)).toBe(use);
});

test("a null stays where the file says JSON, and nowhere else", () => {
  const { environment } = parse(`aws_account_id = "123456789012"
aws_region = "us-east-1"
aws_assume_role_arn = null
organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"
streams = { audit = { event_source_suffix = "audit", topic_filters = ["v2.users.{id}.presence"]
  archive = { pattern = { detail = { a = [null] } }, retention_days = null } } }
rules = { all = { stream = "audit", pattern = { detail = { a = [null] } }, targets = { log = { input = { a = null } } } } }
destinations = { log = { type = "sqs" } }
`);

  expect(environment).toMatchObject({
    streams: { audit: { archive: { pattern: { detail: { a: [null] } }, retention_days: 90 } } },
    rules: { all: { pattern: { detail: { a: [null] } }, targets: [{ input: { a: null } }] } },
  });
  expect(environment).not.toHaveProperty("aws_assume_role_arn");
});
