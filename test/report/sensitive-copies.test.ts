import { parsePlan } from "../../report/plan/read";
import { runWith } from "../commands/run";
import { environment, file } from "../support/environment";
import { type Planned, planText } from "./plan";
import { reportFor } from "./report-of";

const TOKEN = 'k9/+?&<"~ü0-token';
const once = JSON.stringify(TOKEN).slice(1, -1);
const user = (before: string) => Buffer.from(`${before}${TOKEN}:x`).toString("base64");
/** A plan that marks the token, and holds something of it where nobody marked it. */
const copied = (values: unknown, marks: unknown = { secret_string: true }): Planned[] => [
  { address: "aws_secretsmanager_secret_version.s", values: { secret_string: TOKEN }, sensitive: marks },
  { address: "aws_sqs_queue.q", values: { name: "q", tags: values as Record<string, unknown> }, before: { name: "q" } },
];
const wordsOf = (plan: readonly Planned[], more = {}) => {
  const read = parsePlan(Buffer.from(planText(plan, more)), "plan.json");
  return JSON.stringify(reportFor(environment(file()), read));
};

test.each([
  ["as it is", TOKEN],
  ["within JSON", `{"a":"${once}"}`],
  ["within JSON in JSON", JSON.stringify({ a: `{"b":"${once}"}` })],
  ["as Terraform's jsonencode writes it", once.replace("<", "\\u003c").replace("&", "\\u0026")],
  ["with letters outside ASCII escaped", once.replace("ü", "\\u00fc")],
  ["as a part of a URL", `/path?k=${encodeURIComponent(TOKEN)}`],
  ["with small letters in its codes", encodeURIComponent(TOKEN).toLowerCase()],
  ["as base64", Buffer.from(TOKEN).toString("base64")],
  ["as base64 for URLs", Buffer.from(TOKEN).toString("base64url")],
  ["as base64 after one letter", user("u")],
  ["as base64 after two letters", user("us")],
  ["as base64 after three letters", user("use")],
  ["as hexadecimal", Buffer.from(TOKEN).toString("hex")],
  ["as a name", { [TOKEN]: "x" }],
  ["as a name of a name", { a: { [`x-${TOKEN}`]: "x" } }],
])("a copy %s is hidden", (_, value) => {
  const text = wordsOf(copied(typeof value === "string" ? { a: value } : value));

  for (const form of [TOKEN, once, "token", "k9", user("").slice(4, 12), Buffer.from(TOKEN).toString("hex")])
    expect(text).not.toContain(form);
  expect(text).toContain("(sensitive value)");
});

const SEEN = { a: "first-secret" };
const copy = copied(SEEN);
const valuesOf = {
  root_module: {
    child_modules: [
      {
        resources: [
          {
            ...{ address: "module.m.data.x.y", mode: "data", type: "x", name: "y" },
            values: { v: "first-secret" },
            sensitive_values: { v: true },
          },
        ],
      },
    ],
  },
};

test.each<[string, Record<string, unknown>]>([
  ["the state before", { prior_state: { values: valuesOf } }],
  [
    "an output of the state before",
    { prior_state: { values: { outputs: { o: { sensitive: true, value: "first-secret" } } } } },
  ],
  [
    "a change of an output",
    { output_changes: { o: { before: { a: "first-secret" }, before_sensitive: { a: true } } } },
  ],
  [
    "drift",
    {
      resource_drift: [
        {
          address: "a.b",
          type: "a",
          name: "b",
          change: { actions: ["update"], before: { v: "first-secret" }, before_sensitive: { v: true } },
        },
      ],
    },
  ],
  [
    "a variable of a module",
    {
      configuration: {
        root_module: {
          module_calls: {
            m: {
              expressions: { v: { constant_value: "first-secret" } },
              module: { variables: { v: { sensitive: true } } },
            },
          },
        },
      },
    },
  ],
  [
    "a variable's default",
    { configuration: { root_module: { variables: { v: { sensitive: true, default: "first-secret" } } } } },
  ],
  [
    "a part of a secret",
    {
      variables: { v: { value: '{"user":"u","password":"first-secret"}' } },
      configuration: { root_module: { variables: { v: { sensitive: true } } } },
    },
  ],
])("what %s marks is hidden everywhere", (_, more) => {
  expect(wordsOf(copy)).toContain("first-secret");
  expect(wordsOf(copy, more)).not.toContain("first-secret");
});

test("what a planned output or a child module marks is hidden everywhere", () => {
  const plan = JSON.parse(planText(copy));
  plan.planned_values = { ...plan.planned_values, outputs: { o: { sensitive: true, value: "first-secret" } } };
  const withOutput = parsePlan(Buffer.from(JSON.stringify(plan)), "plan.json");

  expect(JSON.stringify(withOutput)).not.toContain("first-secret");
  expect(wordsOf(copy, { planned_values: valuesOf })).not.toContain("first-secret");
});

test("credentials are hidden though an old provider marks none", () => {
  const auth_parameters = [
    {
      api_key: [{ key: "x-key", value: "api-key-secret" }],
      basic: [{ username: "u", password: "basic-secret" }],
      oauth: [{ client_parameters: [{ client_id: "i", client_secret: "oauth-secret" }] }],
      invocation_http_parameters: [{ header: [{ key: "h", value: "header-secret", is_value_secret: true }] }],
    },
  ];
  const text = wordsOf([
    { address: "aws_cloudwatch_event_connection.c", values: { name: "c", auth_parameters }, before: { name: "c" } },
  ]);

  expect(text).not.toMatch(/(?:api-key|basic|oauth|header)-secret/);
  expect(text).toContain("x-key");
});

test("numbers are hidden, and not within longer ones", () => {
  const text = wordsOf([
    { address: "aws_x.pin", values: { pin: 482915 }, sensitive: { pin: true } },
    {
      address: "aws_sqs_queue.q",
      values: { name: "q", delay: 482915, tags: { a: "pin 482915", b: "14829150" } },
      before: { name: "q" },
    },
  ]);

  expect(text).not.toMatch(/(?<!\d)482915(?!\d)/);
  expect(text).toContain("14829150");
});

test("of two plans side by side, neither shows what the other marks", async () => {
  const here = planText([{ address: "aws_sqs_queue.q", values: { name: "q", tags: { a: "there-secret" } } }]);
  const there = planText([
    { address: "aws_x.s", values: { v: "there-secret" }, sensitive: { v: true } },
    { address: "aws_sqs_queue.q", values: { name: "q", tags: { a: "other" } } },
  ]);
  const files = { "environments/dev.tfvars": file(), "here.json": here, "there.json": there };

  for (const [plan, against] of [
    ["here.json", "there.json"],
    ["there.json", "here.json"],
  ]) {
    const args = ["report", "dev", "--plan", plan ?? "", "--against", against ?? "", "--json"];
    const { code, stdout } = await runWith(files, args);
    expect(code).toBe(0);
    expect(stdout).toContain("aws_sqs_queue.q");
    expect(stdout).not.toContain("there-secret");
  }
});
