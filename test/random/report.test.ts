import * as fc from "fast-check";
import { FilesProblem } from "../../config/files";
import { comparisonPart } from "../../report/compare";
import { reportFormats } from "../../report/formats";
import { parsePlan } from "../../report/plan/read";
import { resourcesOfPlan } from "../../report/plan/resources";
import type { WrittenPlan } from "../../report/plan/schema";
import { reportSchema } from "../../report/schema";
import { planText } from "../report/plan";
import { reportFor } from "../report/report-of";
import { environment, file } from "../support/environment";
import { environments } from "./support/environments";
import { mended } from "./support/mended";
import { anything } from "./support/of-schema";
import { always } from "./support/runs";
import { written } from "./support/written";

const own = environment(file());

test("of every model is as its schema has it, and has a page whose every link leads somewhere", () => {
  always(60, written(environments), ({ value }) => {
    const model = mended(value);
    fc.pre(model !== undefined);
    const report = reportFor(model);

    expect(reportSchema.parse(report)).toEqual(report);
    const html = reportFormats.html(report, {});
    const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(reportFormats.markdown(report, {}).length).toBeLessThanOrEqual(65_536);
  });
});

const TYPES = [
  "aws_cloudwatch_event_archive",
  "aws_cloudwatch_event_bus",
  "aws_cloudwatch_event_rule",
  "aws_cloudwatch_event_target",
  "aws_cloudwatch_log_delivery",
  "aws_cloudwatch_log_delivery_destination",
  "aws_cloudwatch_log_delivery_source",
  "aws_cloudwatch_log_group",
  "aws_cloudwatch_log_resource_policy",
  "aws_iam_role",
  "aws_iam_role_policy",
  "aws_iam_role_policy_attachment",
  "aws_kinesis_firehose_delivery_stream",
  "aws_kms_key",
  "aws_lambda_alias",
  "aws_lambda_permission",
  "aws_s3_bucket_lifecycle_configuration",
  "aws_sns_topic",
  "aws_sqs_queue",
  "aws_sqs_queue_policy",
  "genesyscloud_integration",
];
/** What leads from one resource to another. */
const ARNS = [
  "arn:aws:sqs:us-east-1:123456789012:r0",
  "arn:aws:sns:us-east-1:123456789012:r0",
  "arn:aws:lambda:us-east-1:123456789012:function:r0:live",
  "arn:aws:logs:us-east-1:123456789012:log-group:r0:*",
  "arn:aws:iam::123456789012:role/r0",
  "arn:aws:events:us-east-1:123456789012:event-bus/r0",
  "https://sqs.us-east-1.amazonaws.com/123456789012/r0",
  "r0",
];
/** What reports look at, with anything at all in it; some of it as text of JSON. */
const values = fc.dictionary(
  fc.constantFrom(
    "arn",
    "assume_role_policy",
    "config",
    "dead_letter_config",
    "delivery_destination_configuration",
    "event_bus_name",
    "event_pattern",
    "event_source_arn",
    "expiration",
    "extended_s3_configuration",
    "function_name",
    "input_transformer",
    "kms_master_key_id",
    "log_config",
    "name",
    "policy",
    "policy_document",
    "principal",
    "queue_url",
    "resource_arn",
    "retention_in_days",
    "role",
    "role_arn",
    "rule",
    "server_side_encryption",
    "tags",
  ),
  fc.oneof(
    anything,
    anything.map((value) => JSON.stringify(value)),
    fc.constantFrom(...ARNS),
    anything.map((Statement) => JSON.stringify({ Statement })),
    fc
      .record({ Principal: anything, Action: anything, Resource: anything, Condition: anything })
      .map((statement) => JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] })),
  ),
  { noNullPrototype: true },
);
const planned = fc.record(
  {
    address: fc.tuple(fc.constantFrom(...TYPES), fc.nat(3)).map(([type, n]) => `${type}.r${n}`),
    values,
    before: values,
    unknown: fc.oneof(values, fc.dictionary(fc.constantFrom("arn", "name", "policy"), fc.constant(true))),
    sensitive: fc.oneof(values, fc.dictionary(fc.constantFrom("name", "policy"), fc.constant(true))),
    actions: fc.subarray(["create", "delete", "update", "no-op"]),
  },
  { requiredKeys: ["address", "values"] },
);

test("of every plan is as its schema has it, whatever is in it", () => {
  always(150, fc.tuple(fc.array(planned, { maxLength: 6 }), fc.array(planned, { maxLength: 3 })), ([some, others]) => {
    const [plan, other] = [some, others].map((list) => parsePlan(Buffer.from(planText(list)), "plan.json"));
    if (plan === undefined || other === undefined) throw new Error("there are two");
    const report = reportFor(own, plan);
    const comparison = comparisonPart(own, resourcesOfPlan(plan), { path: "other.json", plan: other });

    expect(() => reportSchema.parse({ ...report, comparison })).not.toThrow();
    for (const format of Object.values(reportFormats))
      expect(format({ ...report, comparison }, {})).not.toContain("[object Object]");
  });
});

test("what is no plan is refused in one line", () => {
  const keys = fc.constantFrom("format_version", "planned_values", "resource_changes", "configuration", "variables");
  const almost = fc.dictionary(keys, anything).map((some) => ({ format_version: "1.2", planned_values: {}, ...some }));
  always(500, fc.oneof(anything, almost), (value) => {
    const read = (): WrittenPlan | string => {
      try {
        return parsePlan(Buffer.from(JSON.stringify(value) ?? ""), "plan.json");
      } catch (error) {
        if (!(error instanceof FilesProblem)) throw error;
        return error.message;
      }
    };
    const found = read();
    if (typeof found === "string") expect(found).toMatch(/^plan\.json is no (?:JSON|plan of Terraform).*$/);
    else expect(() => reportFor(own, found)).not.toThrow();
  });
});
