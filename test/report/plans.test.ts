import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnvironment } from "../../config/environment";
import { page } from "../../report/formats/html";
import { markdown } from "../../report/formats/markdown";
import { parsePlan } from "../../report/plan/read";
import { riskTypes } from "../../report/plan/risks";
import { risks } from "../../report/plan/risks/risk";
import type { Report } from "../../report/schema";
import { root } from "../support/committed";
import { environment, file } from "../support/environment";
import { committedEnvironment } from "../support/every";
import { type Planned, planText } from "./plan";
import { reportFor } from "./report-of";

const bytesOf = (name: string) => readFileSync(join(root, "test", "plans", name));
const planOf = (name: string) => parsePlan(bytesOf(name), name);
const made = (plan: readonly Planned[], more = {}): Report =>
  reportFor(environment(file()), parsePlan(Buffer.from(planText(plan, more)), "plan.json"));
const said = (plan: readonly Planned[], more = {}) =>
  (made(plan, more).plan?.changes ?? [])
    .filter(({ words }) => !/^The file asks for it/.test(words))
    .map(({ risk, words }) => `${risk}: ${words}`);

describe("a plan of real Terraform", () => {
  const { environment: staging } = parseEnvironment({
    name: "staging",
    path: "s.tfvars",
    bytes: bytesOf("staging.tfvars"),
  });
  if (staging === undefined) throw new Error("test/plans/staging.tfvars is not right");
  const report = reportFor(staging, planOf("staging-changed.json"));
  const words = (risk: string) =>
    report.plan?.changes.filter((change) => change.risk === risk).map(({ words }) => words);

  test("is counted", () => {
    expect(report.plan).toMatchObject({ terraform_version: "1.11.4", create: 3, update: 13, replace: 1, destroy: 3 });
  });

  test("is told by risk, the gravest first", () => {
    const order = report.plan?.changes.map(({ risk }) => risks.indexOf(risk)) ?? [];

    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(riskTypes.map(({ risk }) => risk)).toEqual(risks);
    expect(words("destroyed")).toContain(
      "The log group /aws/events/staging/security-log is destroyed and made anew, since name cannot be changed in place, with every log event in it.",
    );
    expect(words("access")).toContain(
      "The role staging-central-eventbridge may put events (events:PutEvents) on arn:aws:events:eu-west-1:210987654321:event-bus/central.",
    );
    expect(words("leaves")).toEqual(["The target central sends whole events to account 210987654321."]);
    expect(words("shorter")).toEqual([
      "The log group /aws/events/staging/audit-log keeps what it holds for 180 days, before 365 days.",
      "The Kinesis stream staging-calls keeps what it holds for 24 hours, before 168 hours.",
    ]);
    expect(words("encryption")).toHaveLength(6);
  });

  test("of the file itself holds nothing that the file does not explain", () => {
    expect(words("unexplained")).toEqual([]);
    expect(report.findings.map(({ id }) => id)).toEqual(["audit-retention", "personal-data-leaves"]);
  });

  test("is on the page and in Markdown, first of all", () => {
    expect(page(report, {})).toMatch(/<h2 id="plan">What the plan changes<\/h2>[\s\S]*<h2 id="findings">/);
    expect(markdown(report, {})).toMatch(
      /### What the plan changes\n3 to make, 13 to change, 1 to replace, 3 to destroy\./,
    );
  });
});

test("the usual set-up of a blog post has findings, in what was written by hand", () => {
  const { findings, plan } = reportFor(committedEnvironment("dev"), planOf("blog-post.json"));

  expect(new Set(findings.map(({ id }) => id))).toEqual(
    new Set([
      "broad-source",
      "bus-name-unknown",
      "integration-off",
      "kept-for-ever",
      "no-dead-letter",
      "no-delivery-permission",
      "unexplained-change",
      "untagged",
    ]),
  );
  expect(plan?.changes.filter(({ risk }) => risk === "leaves")).toEqual([]);
});

const group = (values: Planned["values"], before: Planned["before"]): Planned[] => [
  {
    address: "aws_cloudwatch_log_group.mine",
    values: { name: "/mine", ...values },
    before: { name: "/mine", ...before },
  },
];
const target = (account: string, more: Planned["values"] = {}) => ({
  rule: "all",
  target_id: "log",
  arn: `arn:aws:events:us-east-1:${account}:event-bus/central`,
  ...more,
});
const to = (values: Planned["values"], before?: Planned["before"]): Planned[] => [
  { address: "aws_cloudwatch_event_target.mine", values: values ?? {}, ...(before && { before }) },
];
const only = { input_transformer: [{ input_paths: { id: "$.id" }, input_template: "<id>" }] };
const allow = (service: string) =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sqs:SendMessage" }] });
const deny = JSON.stringify({ Statement: [{ Effect: "Deny", Principal: "*", Action: "sqs:*" }] });
const policy = (values: Planned["values"], before?: Planned["before"], more: Partial<Planned> = {}): Planned[] => [
  { address: "aws_sqs_queue_policy.mine", values: values ?? {}, ...(before && { before }), ...more },
];

test.each<[string, readonly Planned[], string]>([
  [
    "a shorter retention",
    group({ retention_in_days: 7 }, { retention_in_days: 30 }),
    "shorter: The log group /mine keeps what it holds for 7 days, before 30 days.",
  ],
  [
    "a retention where there was none",
    group({ retention_in_days: 7 }, {}),
    "shorter: The log group /mine keeps what it holds for 7 days, before for ever.",
  ],
  [
    "a longer retention",
    group({ retention_in_days: 30 }, { retention_in_days: 7 }),
    "rest: The log group /mine: retention_in_days is 30, before 7.",
  ],
  [
    "another key",
    group({ kms_key_id: "b" }, { kms_key_id: "a" }),
    "encryption: The log group /mine is encrypted differently: kms_key_id is b, before a.",
  ],
  [
    "a target of another account",
    to(target("210987654321")),
    "leaves: The target log sends whole events to account 210987654321.",
  ],
  ["a target of this account", to(target("123456789012")), "rest: The target log is made."],
  [
    "more fields",
    to(target("210987654321"), target("210987654321", only)),
    "leaves: The target log sends whole events to account 210987654321, before id.",
  ],
  [
    "a new permission",
    policy({ policy: allow("events.amazonaws.com") }, { policy: allow("sns.amazonaws.com") }),
    "access: EventBridge (events.amazonaws.com) may send messages (sqs:SendMessage), without a condition (on the resource mine).",
  ],
  [
    "a denial that goes",
    policy({ policy: "" }, { policy: deny }),
    "access: No longer so: Nobody may do anything of sqs (sqs:*) (on the resource mine).",
  ],
  [
    "a policy that is not known",
    policy({}, undefined, { unknown: { policy: true }, references: { policy: ["data.aws_iam_policy_document.x"] } }),
    "access: The policy of the queue policy mine is known after the apply only: nobody can review it now.",
  ],
  [
    "what is taken out of the state",
    policy({}, {}, { actions: ["forget"] }),
    "rest: The queue policy mine stays, and Terraform forgets it.",
  ],
])("says of %s what it means", (_, plan, words) => {
  expect(said(plan)).toContain(words);
});

test("what the provider alone leaves open is no policy that nobody can review", () => {
  expect(said(policy({}, undefined, { unknown: { policy: true } })).filter((words) => /^access/.test(words))).toEqual(
    [],
  );
});

test("says which topics come in newly, and what they carry", () => {
  const config = (...eventFilter: string[]) => ({ config: [{ properties: JSON.stringify({ eventFilter }) }] });
  const [words] = said([
    {
      address: "genesyscloud_integration.audit",
      values: config("v2.users.{id}.presence", "v2.conversations.{id}.transcription"),
      before: config("v2.users.{id}.presence"),
    },
  ]).filter((words) => words.includes("eventFilter"));

  expect(words).toMatch(
    /is v2\.conversations\.\{id\}\.transcription, before nothing\. Its events carry what people said/,
  );
});

test("says what was done outside of Terraform", () => {
  const drift = JSON.parse(planText(group({ retention_in_days: 1 }, { retention_in_days: 365 }))).resource_changes;

  expect(said([], { resource_drift: drift })).toEqual([
    "unexplained: Somebody changed the log group /mine outside of Terraform: retention_in_days is 1, before 365.",
  ]);
});

test("reads modules and instances", () => {
  const inner = { address: 'module.m.aws_sqs_queue.q["a"]', type: "aws_sqs_queue", name: "q", values: { name: "q" } };
  const { plan } = made([], { planned_values: { root_module: { child_modules: [{ resources: [inner] }] } } });

  expect(plan?.changes).toContainEqual(expect.objectContaining({ risk: "unexplained", address: inner.address }));
});
