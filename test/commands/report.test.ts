import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { reportSchema } from "../../report/schema";
import { committedEnvironments, root } from "../support/committed";
import { file } from "../support/environment";
import { runWith } from "./run";

const files = {
  "environments/dev.tfvars": file(),
  "wrong.tfvars": file().replace('aws_region = "us-east-1"', ""),
  "plan.bin": "PK\u0003",
  "list.json": "[]",
  "empty.json": "{}",
  "state.json": '{"format_version":"1.0","values":{}}',
  "odd.json": '{"format_version":"1.0","planned_values":{},"resource_changes":[{"address":"a","type":"b","name":"c"}]}',
};
const report = (...args: string[]) => runWith(files, ["report", ...args], { env: { SOURCE_DATE_EPOCH: "1" } });
const every = readFileSync(join(root, "test", "rehearsal", "every-destination", "every.tfvars"));

test.each([...committedEnvironments().map(({ name, bytes }) => [name, bytes] as const), ["every", every] as const])(
  "of %s is JSON as its published schema has it",
  async (name, bytes) => {
    const { code, stdout } = await runWith({ [`environments/${name}.tfvars`]: bytes }, ["report", name, "--json"]);
    const published = JSON.parse(readFileSync(join(root, "docs", "reference", "report.schema.json"), "utf8"));
    const ajv = new Ajv2020({ strict: false });

    expect(code).toBe(0);
    expect(reportSchema.parse(JSON.parse(stdout))).toMatchObject({ environment: { name } });
    expect(ajv.validate(published, JSON.parse(stdout)) || ajv.errors).toBe(true);
  },
);

test("says what it was made of and when, and is the same for the same input", async () => {
  const [first, second] = [await report("dev", "--json"), await report("dev", "--json")];

  expect(first.stdout).toBe(second.stdout);
  expect(JSON.parse(first.stdout)).toMatchObject({
    date: "1970-01-01T00:00:01.000Z",
    inputs: [{ role: "environment", path: "environments/dev.tfvars", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
  });
});

test.each([
  ["no file", [], 2, /^report wants one environment FILE/],
  ["two files", ["dev", "prod"], 2, /^report wants one environment FILE/],
  ["an environment that there is not", ["prod"], 1, /^there is no environment prod/],
  ["a format that there is not", ["dev", "--format", "pdf"], 2, /pdf is not known/],
  ["another environment that there is not", ["dev", "--against", "prod"], 1, /^there is no environment prod/],
  ["a script where there is no page", ["dev", "--interactive", "--json"], 2, /--interactive is for the page/],
  ["a script in Markdown", ["dev", "--interactive", "--format", "markdown"], 2, /leave out --json, and --format/],
  ["another environment that is not right", ["dev", "--against", "wrong.tfvars"], 1, /aws_region: is missing/],
  ["another plan, but none of its own", ["dev", "--against", "plan.json"], 2, /^--against a plan wants --plan/],
  ["a plan that there is not", ["dev", "--plan", "none.json"], 1, /^none\.json cannot be read \(ENOENT\)$/],
  ["a plan that is a folder", ["dev", "--plan", "environments"], 1, /^environments cannot be read \(EISDIR\)$/],
  [
    "a plan that is no JSON",
    ["dev", "--plan", "plan.bin"],
    1,
    /^plan\.bin is no JSON; write one by terraform plan -out/,
  ],
  [
    "JSON that is no plan",
    ["dev", "--plan", "list.json"],
    1,
    /^list\.json is no plan of Terraform: it should be of type/,
  ],
  [
    "a plan without values",
    ["dev", "--plan", "empty.json"],
    1,
    /^empty\.json is no plan of Terraform: format_version /,
  ],
  ["a state", ["dev", "--plan", "state.json"], 1, /^state\.json is no plan of Terraform: planned_values /],
  ["a damaged plan", ["dev", "--plan", "odd.json"], 1, /: resource_changes\[0\]\.change should be of type/],
])("fails, and writes nothing, when given %s", async (_, args, code, message) => {
  const ran = await report(...args);

  expect(ran).toMatchObject({ code, stdout: "" });
  expect(ran.stderr).toMatch(message);
  expect(ran.stderr).not.toContain("\n    at ");
});

test("says what is wrong with the environment", async () => {
  const wrong = { "environments/dev.tfvars": file({ rule: 'targets = ["lgo"]' }) };
  const { code, stdout, stderr } = await runWith(wrong, ["report", "dev"]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/did you mean log\?/);
});

const lossy = file({ rule: "targets = { log = { dead_letter = false } }" });
const waived = (top: string) =>
  lossy.replace(
    "streams",
    `waivers = { no-dead-letter = { reason = "drill", owner = "me", expires = "2027-01-01"${top} } }\nstreams`,
  );
const ofLossy = (text: string, limit: string, epoch = "1790000000") =>
  runWith({ "environments/dev.tfvars": text }, ["report", "dev", "--json", "--fail-on", limit], {
    env: { SOURCE_DATE_EPOCH: epoch },
  });

test("fails on findings from a severity on, and still writes the report", async () => {
  const [medium, high] = [await ofLossy(lossy, "medium"), await ofLossy(lossy, "high")];

  expect(medium).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^rules\.all\.targets\.log: medium: no-dead-letter: /),
  });
  expect(JSON.parse(medium.stdout).findings).toMatchObject([{ id: "no-dead-letter", severity: "medium" }]);
  expect(high).toMatchObject({ code: 0, stderr: "" });
});

test.each([
  ["everything", "", 0],
  ["the target", ', path = "rules.all.targets.log"', 0],
  ["what the target is part of", ', path = "rules.all"', 0],
  ["its destination", ', path = "destinations.log"', 0],
  ["its address", ', path = "aws_cloudwatch_event_target.all_to_log"', 0],
  ["something else", ', path = "destinations.lo"', 1],
])("a waiver for %s", async (_, path, code) => {
  const ran = await ofLossy(waived(path), "low");

  expect(ran.code).toBe(code);
  expect(JSON.parse(ran.stdout).waived).toMatchObject(
    code === 0 ? [{ id: "no-dead-letter", waiver: { owner: "me" } }] : [],
  );
});

test("a waiver that has expired waives nothing, and is found itself", async () => {
  const { code, stdout } = await ofLossy(waived(""), "low", "1798848000"); // 2027-01-02

  expect(code).toBe(1);
  expect(JSON.parse(stdout).findings.map(({ id }: { id: string }) => id)).toEqual(["no-dead-letter", "waiver-expired"]);
});

test("reads another environment, or another plan, and says which", async () => {
  const plan = readFileSync(join(root, "test", "plans", "blog-post.json"));
  const more = { ...files, "environments/prod.tfvars": file(), "a.json": plan, "b.json": plan };
  const [environments, plans] = await Promise.all([
    runWith(more, ["report", "prod", "--against", "dev", "--json"]),
    runWith(more, ["report", "dev", "--plan", "a.json", "--against", "b.json", "--json"]),
  ]);

  expect(JSON.parse(environments.stdout)).toMatchObject({
    inputs: [{ role: "environment" }, { role: "against", path: "environments/dev.tfvars" }],
    comparison: { of: "environments", with: "environments/dev.tfvars" },
  });
  expect(JSON.parse(plans.stdout)).toMatchObject({
    inputs: [{ role: "environment" }, { role: "plan", path: "a.json" }, { role: "against", path: "b.json" }],
    comparison: { of: "plans", with: "b.json", parts: [] },
  });
});

const tagged = (environment: string, values = {}) => ({
  ...{ address: "aws_sqs_queue.q", mode: "managed", type: "aws_sqs_queue", name: "q" },
  values: { name: "q", tags: { environment, "managed-by": "cdktf" }, ...values },
});
const planOf = (resources: unknown, more = {}) =>
  JSON.stringify({ format_version: "1.2", planned_values: { root_module: { resources } }, ...more });
const provider = (expressions: unknown) => ({ configuration: { provider_config: { aws: { expressions } } } });
const caller = { address: "data.aws_caller_identity.me", mode: "data", type: "aws_caller_identity", name: "me" };
const arnIn = (place: string) => tagged("dev", { arn: `arn:aws:sqs:${place}:q` });
const elsewhere = {
  address: "aws_cloudwatch_event_target.t",
  ...{ mode: "managed", type: "aws_cloudwatch_event_target", name: "t" },
  values: { arn: "arn:aws:sqs:us-east-1:210987654321:q" },
};

test.each<[string, string, RegExp | undefined]>([
  [
    "another environment",
    planOf([tagged("prod")]),
    /^plan\.json is a plan of environment prod, and not of dev; plan from/,
  ],
  [
    "another account",
    planOf([], provider({ allowed_account_ids: { constant_value: ["210987654321"] } })),
    /of account 2109/,
  ],
  [
    "another region",
    planOf([], provider({ region: { constant_value: "eu-west-1" } })),
    /of region eu-west-1, and not of us-/,
  ],
  [
    "another caller",
    planOf([], {
      prior_state: { values: { root_module: { resources: [{ ...caller, values: { account_id: "210987654321" } }] } } },
    }),
    /of account 2109/,
  ],
  ["resources of another account", planOf([arnIn("us-east-1:210987654321")]), /of account 210987654321/],
  ["resources of another region", planOf([arnIn("eu-west-1:123456789012")]), /of region eu-west-1/],
  ["this environment", planOf([arnIn("us-east-1:123456789012")]), undefined],
  ["a target elsewhere", planOf([tagged("dev"), elsewhere]), undefined],
  ["nobody in particular", planOf([]), undefined],
])("a plan of %s is refused, or not", async (_, plan, refused) => {
  const { code, stdout, stderr } = await runWith({ ...files, "plan.json": plan }, [
    "report",
    "dev",
    "--plan",
    "plan.json",
  ]);

  expect({ code, said: stderr, page: stdout.length > 0 }).toEqual(
    refused ? { code: 1, said: expect.stringMatching(refused), page: false } : { code: 0, said: "", page: true },
  );
});
