import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newRun } from "../../../operate/tail/names";
import { folderWith, genesysEventbridge } from "../../bin/support";
import { root } from "../../support/committed";
import { file } from "../../support/environment";
import { tailAccount } from "./account";

const BUS = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";

/** Returns the names of an object and of those in it, of a list those of the first; of patterns, policies and tags nothing. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.entries(value).map(([name, inner]) => [name, /^(?:pattern|policy)$/.test(name) ? "any" : shape(inner)]);
}

test("a dry run shows what docs/reference/json.md says, and changes nothing", async () => {
  const account = await tailAccount([BUS]);
  const { name } = newRun("dev", new Date(0));
  account.queues.set(name, { QueueName: name, Attributes: {}, tags: {}, messages: [] });
  account.rules.set(`${BUS}/${name}`, { Name: name, EventBusName: BUS, EventPattern: "{}", Tags: [], targets: [] });
  const cwd = folderWith({ "environments/dev.tfvars": file() });
  const env = { ...account.env, ENVIRONMENTS_DIR: "environments" };
  const asked = ["tail", "dev", "--rule", "all", "--dry-run"];
  const json = await genesysEventbridge([...asked, "--json"], { cwd, env });
  const words = await genesysEventbridge(asked, { cwd, env });
  const cleaned = await genesysEventbridge(["tail", "dev", "--clean", "--dry-run", "--json"], { cwd, env });
  await account.close();

  const page = readFileSync(join(root, "docs", "reference", "json.md"), "utf8");
  const [shown = "", clean = ""] = page.slice(page.indexOf("`tail --json`")).match(/(?<=```json\n)[^`]*/g) ?? [];
  expect(shape(JSON.parse(json.stdout))).toEqual(shape(JSON.parse(shown)));
  expect(Object.keys(JSON.parse(cleaned.stdout))).toEqual(Object.keys(JSON.parse(clean)));
  expect(JSON.parse(json.stdout).rules[0].pattern.source).toEqual([BUS]);
  expect(words.stdout).toMatch(/^would take away what an earlier run has left: dev-tail-19700101T000000Z-/);
  expect(words.stdout).toMatch(/would make the rule dev-tail-\S+ on the bus .*\n.*"source".*\nwould make the queue /);
  expect([json.code, words.code, cleaned.code]).toEqual([0, 0, 0]);
  expect(account.things()).toHaveLength(2);
  const changing = account.calls.map(({ action }) => action).filter((action) => !/:(?:Get|List)/.test(action));
  expect(changing).toEqual([]);
}, 30_000);
