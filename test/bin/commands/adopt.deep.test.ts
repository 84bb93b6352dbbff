import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { awsServer } from "../../operate/aws/server";
import { genesysServer } from "../../operate/genesys/server";
import { linesFor } from "../../support/command-blocks";
import { root } from "../../support/committed";
import { file } from "../../support/environment";
import { BUS, handMade, integrations } from "../../support/hand-made";
import { jsonExample, shape } from "../../support/json-page";
import { folderWith, genesysEventbridge } from "../support";

const ENVIRONMENTS_DIR = "environments";
const unmanaged = 'manage_integration = false\nlog_level = "off"';
const importsOf = (cwd: string, name = "dev") => join(cwd, "environments", `${name}.imports.json`);

async function inAccount(text: string | undefined, args: readonly string[], more: Parameters<typeof handMade>[0] = {}) {
  const server = await awsServer(handMade(more));
  const cwd = folderWith(text === undefined ? { "environments/.keep": "" } : { "environments/dev.tfvars": text });
  const ended = await genesysEventbridge(["adopt", ...args], {
    cwd,
    env: { ...server.env, ENVIRONMENTS_DIR, AWS_REGION: "us-east-1" },
  });
  await server.close();
  return { cwd, ...ended, calls: server.calls.map(({ action }) => action) };
}

test("finds what is there, says what changes in place and what is lost by it, and synthesis imports it", async () => {
  const { cwd, code, stdout, stderr } = await inAccount(file({ stream: unmanaged }), ["dev"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(`import  aws_cloudwatch_event_bus.audit = ${BUS}\n`);
  expect(stdout).toMatch(/retention_in_days: 0 becomes 365; log events that are older than 365 days are deleted\n/);
  expect(stdout).toMatch(/^create {2}aws_sqs_queue\.dead-letters$/m);
  expect(stdout).toMatch(/^environments\/dev\.imports\.json: 4 to import, 3 of them changed in place, \d+ to create$/m);
  expect(JSON.parse(readFileSync(importsOf(cwd), "utf8")).imports).toHaveLength(4);

  const synthesized = await genesysEventbridge(["synth", "dev"], { cwd, env: { ENVIRONMENTS_DIR } });
  expect(synthesized.code).toBe(0);
  const stack = JSON.parse(readFileSync(join(cwd, "cdktf.out/stacks/dev/cdk.tf.json"), "utf8"));
  expect(stack.import).toContainEqual({ to: "aws_cloudwatch_event_rule.all", id: `${BUS}/all` });
  expect(stack.resource.aws_cloudwatch_event_bus.audit.lifecycle.ignore_changes).toEqual(["event_source_name"]);
}, 60_000);

test("does what its page says, and writes nothing for the dry run", async () => {
  const lines = linesFor(root, "docs/how-to/take-over.md", "adopt");
  expect(lines.length).toBeGreaterThan(1);

  for (const args of lines) {
    const { cwd, code, stderr } = await inAccount(
      args.includes("--write") ? undefined : file({ stream: unmanaged }),
      args,
    );
    expect({ code, stderr, written: existsSync(importsOf(cwd, args[0])) }).toEqual({
      code: 0,
      stderr: "",
      written: !args.includes("--dry-run"),
    });
  }
}, 30_000);

test("writes nothing for --dry-run --json, and says the same to a program", async () => {
  const { cwd, code, stdout } = await inAccount(file({ stream: unmanaged }), ["dev", "--dry-run", "--json"]);

  expect(code).toBe(0);
  const { imports, ...example } = jsonExample("adopt --json");
  const [changed] = JSON.parse(stdout).imports.filter(({ to }: { to: string }) => to === imports[0].to);
  expect(shape(changed)).toEqual(shape(imports[0]));
  expect(Object.keys(JSON.parse(stdout)).sort()).toEqual(["imports", ...Object.keys(example)].sort());
  expect(JSON.parse(stdout)).toMatchObject({ written: false, to_settle: [], unmatched: [], not_looked_for: [] });
  expect(existsSync(importsOf(cwd))).toBe(false);
}, 30_000);

test.each([
  ["a rule that has another name", { rule: "by-hand" }, /rules\.all\.name = "by-hand"/],
  ["a target that has another id", { target: "Id1" }, /rules\.all\.targets\.log\.target_id = "Id1"/],
  ["a log group that has another name", { group: "/by/hand" }, /destinations\.log\.log_group = "\/by\/hand"/],
  ["a class that nobody can change", { class: "INFREQUENT_ACCESS" }, /would be replaced.*log_group_class/],
])(
  "says which key to write for %s, and ends with 1",
  async (_, more, line) => {
    const { code, stdout } = await inAccount(file({ stream: unmanaged }), ["dev"], more);

    expect(code).toBe(1);
    expect(stdout).toMatch(/^settle {2}/m);
    expect(stdout).toMatch(line);
  },
  30_000,
);

test("says what stays beside the stack, which is no reason to stop", async () => {
  const { code, stdout } = await inAccount(file({ stream: unmanaged }), ["dev"], { another: true });

  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^left {4}the rule other on .*: is not in the file, stays as it is and goes on delivering to arn:/m,
  );
}, 30_000);

test("finds the integration by its suffix, and without credentials says that nobody looked for it", async () => {
  const cloud = await genesysServer(integrations);
  const server = await awsServer(handMade({}));
  const cwd = folderWith({ "environments/dev.tfvars": file() });
  const env = { ...server.env, ENVIRONMENTS_DIR };
  const blind = await genesysEventbridge(["adopt", "dev", "--dry-run"], { cwd, env });
  const seeing = await genesysEventbridge(["adopt", "dev"], { cwd, env: { ...env, ...cloud.env } });
  await Promise.all([cloud.close(), server.close()]);

  expect(blind.code).toBe(1);
  expect(blind.stdout).toMatch(/genesyscloud_integration\.audit could not be looked for; set the credentials/);
  expect(seeing).toMatchObject({ code: 0, stderr: "" });
  expect(seeing.stdout).toMatch(
    /import {2}genesyscloud_integration\.audit = i-2\n +config\.notes: by hand becomes audit\n +config\.properties\.eventFilter: - v2\.users\.\{id\}\.activity$/m,
  );
}, 30_000);

test("tells the organization from the source in the account where the file does not say it", async () => {
  const text = file({ stream: unmanaged })
    .replace(/organization_id.*\n/, "")
    .replace("manage_integration = false\n", "");
  const { stdout } = await inAccount(text, ["dev", "--dry-run"]);

  expect(stdout).toContain(`import  aws_cloudwatch_event_bus.audit = ${BUS}\n`);
}, 30_000);

test("prints the policy that is enough, which reads only", async () => {
  const cwd = folderWith({ "environments/dev.tfvars": file({ stream: unmanaged }) });
  const { code, stdout } = await genesysEventbridge(["adopt", "dev", "--policy"], { cwd, env: { ENVIRONMENTS_DIR } });

  expect(code).toBe(0);
  const actions: string[] = JSON.parse(stdout).Statement.flatMap(({ Action }: { Action: string[] }) => Action);
  expect(actions.filter((action) => !/:(?:Describe|Get|List)/.test(action))).toEqual([]);

  const first = await genesysEventbridge(["adopt", "new", "--write", "--policy"], { cwd, env: {} });
  expect(JSON.parse(first.stdout).Statement[0].Action).toEqual(expect.arrayContaining(actions));
}, 30_000);

/** Makes the first file in an account, and checks it. */
async function firstFile(args: readonly string[], more: Parameters<typeof handMade>[0], genesys = {}) {
  const server = await awsServer(handMade(more));
  const cwd = folderWith({ "environments/.keep": "" });
  const env = { ...server.env, ...genesys, ENVIRONMENTS_DIR, AWS_REGION: "us-east-1" };
  const ended = await genesysEventbridge(["adopt", "prod", "--write", ...args], { cwd, env });
  await server.close();
  const path = join(cwd, "environments", "prod.tfvars");
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const checked = text === "" ? undefined : await genesysEventbridge(["check"], { cwd, env });
  return { ...ended, cwd, text, checked };
}

test("writes the first file of what an account has, which passes check, and imports all of it", async () => {
  const { code, stdout, stderr, text, checked } = await firstFile([], { target: "Id1", group: "/by/hand", days: 30 });

  expect({ code, stderr, checked: checked?.code }).toEqual({ code: 0, stderr: "", checked: 0 });
  expect(text).toMatch(/event_source_suffix = "audit"[\s\S]*manage_integration = false/);
  expect(text).toMatch(/log_group = "\/by\/hand"[\s\S]*retention_days = 30/);
  expect(text).toContain('target_id = "Id1"');
  expect(stdout).toMatch(/import {2}aws_cloudwatch_event_target\.all_to_hand = .*\/all\/Id1$/m);
  expect(stdout).not.toMatch(/^settle|^left/m);
}, 60_000);

test("names by its ARN what a stack's own would change for the worse, and says why", async () => {
  const { stdout, text } = await firstFile([], { group: "/by/hand" });

  expect(text).toContain('arn = "arn:aws:logs:us-east-1:123456789012:log-group:/by/hand"');
  expect(stdout).toMatch(/^remark {2}destinations\.hand names .* by its ARN: it keeps log events for ever/m);
}, 60_000);

test("with the credentials of Genesys Cloud the first file has the integration, too", async () => {
  const cloud = await genesysServer(integrations);
  const { code, stdout, text } = await firstFile([], { days: 30 }, cloud.env);
  await cloud.close();

  expect(code).toBe(0);
  expect(text).toMatch(/topic_filters = \["v2\.users\.\{id\}\.activity", "v2\.users\.\{id\}\.presence"\]/);
  expect(stdout).toMatch(/^import {2}genesyscloud_integration\.audit = i-2$/m);
  expect(stdout).not.toMatch(/config\./);
}, 60_000);

test("writes over no environment, nor anything for a dry run", async () => {
  const dry = await firstFile(["--dry-run"], {});
  expect(dry).toMatchObject({ code: 0, text: "" });

  const taken = await inAccount(file({ stream: unmanaged }), ["dev", "--write"]);
  expect(taken).toMatchObject({ code: 1, stdout: "", calls: [] });
  expect(taken.stderr).toMatch(/^environments\/dev\.tfvars is there already/);
}, 60_000);
