import { FilesProblem } from "../../config/files";
import { reportFormats } from "../../report/formats";
import { parsePlan } from "../../report/plan/read";
import { environment, file } from "../support/environment";
import { ACCOUNT, BUS, delivery, policyOf } from "./findings/pair";
import { type Planned, planText } from "./plan";
import { reportFor } from "./report-of";

// Each of these took minutes, or ended in a stack trace: Jest's own limit for a test is what fails them.
const STARS = "*a".repeat(40);
const LONG = "a".repeat(500);
const of = (plan: readonly Planned[], text = file()) => {
  const report = reportFor(environment(text), parsePlan(Buffer.from(planText(plan)), "plan.json"));
  return Object.values(reportFormats).map((format) => format(report, {}));
};

test.each<[string, readonly Planned[]]>([
  [
    "resource of a Logs policy",
    [
      ...delivery({ arn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/${LONG}` }),
      {
        address: "aws_cloudwatch_log_resource_policy.p",
        values: {
          policy_document: policyOf({
            Principal: { Service: "events.amazonaws.com" },
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/${STARS}b`,
          }),
        },
      },
    ],
  ],
  [
    "action of a queue's policy",
    [
      ...delivery({ arn: `arn:aws:sqs:us-east-1:${ACCOUNT}:q` }),
      {
        address: "aws_sqs_queue.q",
        values: {
          name: "q",
          policy: policyOf({ Principal: { Service: "events.amazonaws.com" }, Action: `sqs:${STARS}b` }),
        },
      },
    ],
  ],
  [
    "condition on the source",
    [
      ...delivery({ arn: `arn:aws:sqs:us-east-1:${ACCOUNT}:q` }, { event_bus_name: `${BUS}${LONG}` }),
      {
        address: "aws_sqs_queue.q",
        values: {
          name: "q",
          policy: policyOf({
            Principal: { Service: "events.amazonaws.com" },
            Action: "sqs:SendMessage",
            Condition: { ArnLike: { "aws:SourceArn": `arn:aws:events:us-east-1:${ACCOUNT}:rule/${STARS}b` } },
          }),
        },
      },
    ],
  ],
])("stars in the %s are matched at once", (_, plan) => {
  const report = reportFor(environment(file()), parsePlan(Buffer.from(planText(plan)), "plan.json"));

  expect(report.findings.map(({ id }) => id)).toContain("no-delivery-permission");
});

test("text that only Terraform knows may stand anywhere in what the file asks for", () => {
  const stands = "$${x}a".repeat(60);
  const text = file({ rule: `targets = ["log"]\ndescription = "${stands}"` });
  const rule = { address: "aws_cloudwatch_event_rule.all", values: { description: `${LONG}b` } };

  expect(of([rule], text)[1]).toContain("description is not what the file says");
});

test("nesting that Terraform never writes is refused, and in a policy it is no policy", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const withDeep = planText([]).replace('"planned_values":{', `"planned_values":{"x":${deep},`);

  expect(() => parsePlan(Buffer.from(withDeep), "plan.json")).toThrow(FilesProblem);
  expect(() => parsePlan(Buffer.from(withDeep), "plan.json")).toThrow(/nested deeper than 500 levels/);
  expect(of([{ address: "aws_sqs_queue_policy.q", values: { policy: `{"Statement":${deep}}` } }])).toHaveLength(3);
});
