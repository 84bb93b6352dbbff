import { spawn } from "node:child_process";
import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/committed";
import { file } from "../support/environment";
import { type Ended, folderWith } from "./support";

let folder: string;
beforeEach(() => {
  folder = folderWith({
    "environments/dev.tfvars": file(),
    "environments/prod.tfvars": file().replace('suffix = "audit"', 'suffix = "prod"'),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const environment = (name: string) => join(folder, "environments", name);
const stacks = () => readdirSync(join(folder, "out", "stacks")).sort();

/** Runs CDKTF's own command line, as npx cdktf does. */
function cdktf(...args: string[]): Promise<Ended> {
  const command = join(root, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");
  const child = spawn(process.execPath, [command, ...args, "--output", join(folder, "out")], {
    cwd: root,
    env: {
      ...process.env,
      ENVIRONMENTS_DIR: join(folder, "environments"),
      CHECKPOINT_DISABLE: "1",
      CI: "1",
      NO_COLOR: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk) => {
    text.stderr += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...text })));
}

/** What CDKTF's command line shows as errors of the app. */
const errors = ({ stdout }: Ended) => [...stdout.matchAll(/\[ERROR\] default - (.*)/g)].map(([, text]) => text);

test("goes on after an environment is renamed, and after one is removed", async () => {
  expect(await cdktf("synth")).toMatchObject({ code: 0 });
  renameSync(environment("prod.tfvars"), environment("production.tfvars"));

  expect(await cdktf("synth")).toMatchObject({ code: 0 });
  expect(stacks()).toEqual(["dev", "production"]);
  rmSync(environment("production.tfvars"));
  expect(await cdktf("list")).toMatchObject({ code: 0 });
  expect(stacks()).toEqual(["dev"]);
}, 120_000);

test("lists every environment where one is not right, says why, and shows only that as an error", async () => {
  const other = "v2.audits.entitytype.{id}.entityid.{id}";
  writeFileSync(
    environment("dev.tfvars"),
    file({ stream: `}\nspare = { event_source_suffix = "spare", topic_filters = ["${other}"]` }),
  );
  writeFileSync(environment("prod.tfvars"), "aws_regoin = 1");

  const ended = await cdktf("list");

  expect(ended.code).toBe(0);
  expect(ended.stdout).toMatch(/^dev +\S+dev *\nprod +\S+prod *$/m);
  expect(ended.stdout).toMatch(/^\S*dev\.tfvars:\d+:\d+: warning: /m);
  const said = errors(ended)
    .filter((text) => text?.includes(folder))
    .join("\n");
  expect(said).toMatch(/prod\.tfvars:1:/);
  expect(said).not.toMatch(/warning/);
}, 120_000);
