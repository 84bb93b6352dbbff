import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { awsServer } from "../../operate/aws/server";
import { answers } from "../../operate/status/answers";
import { healthy } from "../../operate/status/contents";
import { linesFor } from "../../support/command-blocks";
import { root } from "../../support/committed";
import { environment } from "../../support/environment";
import { folderWith, genesysEventbridge } from "../support";

const text = `organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"\n${readFileSync(join(root, "environments", "staging.tfvars"), "utf8")}`;
const ENVIRONMENTS_DIR = "environments";

test("says that nothing is broken, or what is broken first; the exit code says so, too", async () => {
  const cwd = folderWith({ "environments/staging.tfvars": text });
  const contents = healthy(environment(text, "staging"));
  const server = await awsServer(answers(contents));
  const ask = (...args: string[]) => genesysEventbridge(args, { cwd, env: { ...server.env, ENVIRONMENTS_DIR } });

  const good = await ask("status", "staging");
  expect(good).toMatchObject({ code: 0, stderr: "" });
  expect(good.stdout).toMatch(/nothing is broken\n$/);

  const [rule] = contents.rules.values();
  if (rule) rule.State = "DISABLED";
  const [shown, json] = [await ask("status", "staging"), await ask("status", "staging", "--json")];
  await server.close();
  expect([shown.code, json.code]).toEqual([1, 1]);
  expect(shown.stdout).toMatch(/rules +BROKEN +3 of 4\n/);
  expect(shown.stdout).toMatch(
    /first broken link: rules, rule audit-trail: .* is disabled .*\nto do: npx cdktf diff staging /,
  );
  expect(JSON.parse(json.stdout)).toMatchObject({ healthy: false, first: { link: "rules", verdict: "broken" } });
}, 60_000);

test("does what its page says", async () => {
  const cwd = folderWith({ "environments/dev.tfvars": text });
  const server = await awsServer(answers(healthy(environment(text, "dev"))));
  const lines = linesFor(root, "docs/how-to/see-what-is-there.md", "status");
  expect(lines.map((args) => args.join(" "))).toEqual(["dev", "dev --watch", "dev --json"]);

  for (const args of lines) {
    // The test below interrupts one that watches.
    if (args.includes("--watch")) continue;
    const env = { ...server.env, ENVIRONMENTS_DIR };
    expect(await genesysEventbridge(["status", ...args], { cwd, env })).toMatchObject({ code: 0, stderr: "" });
  }
  await server.close();
}, 60_000);

test("looks again and again with --watch, one line of JSON a look, until it is interrupted", async () => {
  const cwd = folderWith({ "environments/staging.tfvars": text });
  const server = await awsServer(answers(healthy(environment(text, "staging"))));
  const env = { PATH: process.env.PATH, ...server.env, ENVIRONMENTS_DIR };
  const program = join(root, "bin", "genesys-eventbridge.cjs");
  const child = spawn(process.execPath, [program, "status", "staging", "--watch", "--json"], { cwd, env });
  const [printed] = await once(child.stdout, "data");
  child.kill("SIGINT");
  await once(child, "close");
  await server.close();

  expect(JSON.parse(String(printed))).toMatchObject({ environment: "staging", healthy: true });
  expect(String(printed)).toMatch(/^\{.*\}\n$/);
}, 60_000);

test.each([
  [["--every", "30s"], /^--every means nothing without --watch/],
  [["--watch", "--every", "5s"], /^--every 5s is too short; write 15s or more/],
  [["--watch", "--every", "30"], /^--every 30 has no unit/],
  [["more"], /^status takes one FILE/],
])("refuses %j, and says why", async (args, words) => {
  const { code, stderr } = await genesysEventbridge(["status", "staging", ...args], { cwd: root });

  expect(code).toBe(2);
  expect(stderr).toMatch(words);
});
