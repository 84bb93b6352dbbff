import { readFileSync } from "node:fs";
import { join } from "node:path";
import { comparisonPart } from "../../report/compare";
import { page } from "../../report/formats/html";
import { markdown } from "../../report/formats/markdown";
import { parsePlan } from "../../report/plan/read";
import { resourcesOfPlan } from "../../report/plan/resources";
import { root } from "../support/committed";
import { environment, file } from "../support/environment";
import { committedEnvironment } from "../support/every";
import { type Planned, planText } from "./plan";
import { reportFor } from "./report-of";

const STAGING = "s";
const beside = (here: string, there: string) =>
  comparisonPart(environment(here, "prod"), [], { path: STAGING, environment: environment(there, "staging") });
const told = (here: string, there: string) =>
  beside(here, there).parts.flatMap(({ path, verdict, here, there }) =>
    verdict === "expected" ? [] : [`${verdict}: ${path}: ${here} / ${there}`],
  );
const other = (text: string) => text.replace("123456789012", "222222222222").replace("us-east-1", "eu-west-1");

test("an environment is like another of the same kind, wherever each is", () => {
  const here = file({ destination: 'type = "lambda"\narn = "arn:aws:lambda:us-east-1:123456789012:function:f"' });
  const there = here.replaceAll("123456789012", "222222222222").replaceAll("us-east-1", "eu-west-1");

  expect(told(here, there.replace('= "audit", topic', '= "audit-staging", topic'))).toEqual([]);
  expect(beside(here, there).parts.map(({ path }) => path)).toEqual(["aws_account_id", "aws_region", "name"]);
});

test("says first what is only here, and so was not tested there", () => {
  const here = file({
    rule: 'targets = { log = { fields = ["id"] }, more = {} }',
    destination: 'type = "cloudwatch_logs"\nretention_days = 731 }\nmore = { type = "sqs"',
  });
  const there = other(file({ destination: 'type = "cloudwatch_logs" }\nless = { type = "sqs"' }));

  expect(told(here, there)).toEqual([
    expect.stringMatching(/^only here: destinations\.more: \{"type":"sqs"/),
    'different: rules.all.targets.log.fields: ["id"] / nothing',
    expect.stringMatching(/^different: rules\.all\.targets\.more: .* \/ nothing$/),
    "different: destinations.log.retention_days: 731 / 365",
    expect.stringMatching(/^only there: destinations\.less: null /),
  ]);
});

const queue = (account: string, environment: string, more: Planned["values"] = {}): Planned => ({
  address: "aws_sqs_queue.q",
  values: {
    name: `${environment}-q`,
    policy: JSON.stringify({ Statement: [{ Resource: `arn:aws:sqs:us-east-1:${account}:${environment}-q` }] }),
    tags: { environment },
    ...more,
  },
  references: { name: [], policy: [], tags: [], delay_seconds: [], url_of: ["aws_x.y"] },
});
const plans = (here: readonly Planned[], there: readonly Planned[]) => {
  const [a, b] = [here, there].map((resources) => parsePlan(Buffer.from(planText(resources)), "p"));
  if (a === undefined || b === undefined) throw new Error("there are two");
  const { parts } = comparisonPart(environment(file()), resourcesOfPlan(a), { path: STAGING, plan: b });
  return parts.map(({ path, verdict, here, there }) => `${verdict}: ${path}: ${here} / ${there}`);
};

test("a plan is like another of the same kind, wherever each leads to", () => {
  expect(plans([queue("123456789012", "prod")], [queue("222222222222", "staging")])).toEqual([
    "expected: aws_sqs_queue.q.tags.environment: prod / staging",
  ]);
});

test("of plans, what is written counts; what AWS adds and nobody knows yet does not", () => {
  const applied = queue("123456789012", "prod", { id: "known", url_of: "known", delay_seconds: 5 });
  const first = { ...queue("222222222222", "staging"), unknown: { id: true, url_of: true } };

  expect(plans([applied, { address: "aws_sns_topic.t", values: { name: "prod-t" } }], [first])).toEqual([
    "only here: aws_sns_topic.t: <environment>-t / null",
    "different: aws_sqs_queue.q.delay_seconds: 5 / nothing",
    "expected: aws_sqs_queue.q.tags.environment: prod / staging",
  ]);
});

test("is on the page and in Markdown", () => {
  const [dev, staging] = ["dev", "staging"].map(committedEnvironment);
  if (dev === undefined || staging === undefined) throw new Error("both are committed");
  const report = {
    ...reportFor(staging),
    comparison: comparisonPart(staging, [], { path: "dev.tfvars", environment: dev }),
  };

  expect(markdown(report, {})).toMatch(
    /### Compared with `dev\.tfvars`[\s\S]*\| only here \| `streams\.conversations` \|/,
  );
  expect(page(report, {})).toMatch(/<h2 id="comparison">Comparison<\/h2>[\s\S]*only here<\/span>/);
});

test("a plan is like itself", () => {
  const plan = parsePlan(readFileSync(join(root, "test", "plans", "staging-changed.json")), "p");

  expect(comparisonPart(environment(file()), resourcesOfPlan(plan), { path: "same", plan }).parts).toEqual([]);
});
