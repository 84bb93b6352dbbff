import { page } from "../../report/formats/html";
import { json } from "../../report/formats/json";
import { markdown } from "../../report/formats/markdown";
import { parsePlan } from "../../report/plan/read";
import { environment, file } from "../support/environment";
import { type Planned, planText } from "./plan";
import { reportFor } from "./report-of";

const SECRET = 'hunter2-"quoted"';
const policy = (sid: string) =>
  JSON.stringify({ Statement: [{ Sid: sid, Effect: "Allow", Principal: "*", Action: "sqs:*" }] });

const plan: readonly Planned[] = [
  {
    address: "aws_cloudwatch_event_connection.c",
    values: { name: "c", auth_parameters: [{ api_key: [{ key: "x", value: SECRET }] }] },
    before: { name: "c", auth_parameters: [{ api_key: [{ key: "x", value: "hunter1" }] }] },
    sensitive: { auth_parameters: [{ api_key: [{ value: true }] }] },
  },
  // The same value, in places that nobody marked.
  { address: "aws_sqs_queue_policy.p", values: { policy: policy(SECRET), queue_url: `https://q/?k=${SECRET}` } },
  {
    address: "aws_cloudwatch_event_rule.r",
    values: { name: "r", event_pattern: JSON.stringify({ source: [{ prefix: `aws.partner/${SECRET}` }] }) },
  },
  {
    address: "aws_cloudwatch_event_target.t",
    values: { rule: "r", input: JSON.stringify({ pattern: policy(SECRET) }) },
  },
  { address: "aws_sqs_queue_policy.whole", values: { policy: policy("other-secret") }, sensitive: { policy: true } },
];
const more = {
  variables: { token: { value: "variable-secret" }, plain: { value: "shown" } },
  configuration: { root_module: { variables: { token: { sensitive: true } } } },
};
const report = reportFor(environment(file()), parsePlan(Buffer.from(planText(plan, more)), "plan.json"));

test.each([
  ["JSON", json],
  ["Markdown", markdown],
  ["HTML", page],
])("%s shows no sensitive value, wherever it stands", (_, format) => {
  const text = format(report, {});

  for (const secret of ["hunter1", "hunter2", "quoted", "other-secret", "variable-secret"])
    expect(text).not.toContain(secret);
  expect(text).toContain("sensitive value");
});

test("that a sensitive value changes is said all the same", () => {
  expect(report.plan?.changes.map(({ words }) => words)).toContain(
    "The connection c: auth_parameters[0].api_key[0].value is (another sensitive value), before (sensitive value).",
  );
});

test("findings are still found in a policy that holds one", () => {
  expect(report.findings).toContainEqual(
    expect.objectContaining({ id: "public-access", address: "aws_sqs_queue_policy.p" }),
  );
});
