/**
 * Run by the rig in a stack that it has applied: `RIG STACK with -- node bin/run.cjs test/rehearsal/adopt/forgotten.ts ENVIRONMENT`.
 * Forgets all that a person may have made by hand, and takes it over by what the program finds. Fails where it does not find
 * everything, and where the next plan would destroy or replace anything.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { resourceType } from "../../../aws/resources";

interface StateResource {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
}

const [file = ""] = process.argv.slice(2);
const cwd = process.env.REHEARSE_STACK ?? ".";
const terraform = (...args: readonly string[]) =>
  execFileSync("terraform", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 28 });

const state = JSON.parse(terraform("show", "-json"));
const made: StateResource[] = state.values.root_module.resources;
const forgotten = made.filter(
  ({ type, mode }) => mode === "managed" && type.startsWith("aws_") && resourceType(type)?.importId !== undefined,
);
terraform("state", "rm", ...forgotten.map(({ address }) => address));

const folder = mkdtempSync(join(tmpdir(), "adopt-"));
copyFileSync(file, join(folder, basename(file)));
const args = ["bin/genesys-eventbridge.cjs", "adopt", join(folder, basename(file)), "--json"];
const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
rmSync(folder, { recursive: true });
if (stdout === "") throw new Error(stderr);
const { imports }: { imports: readonly { to: string; id: string; changes: readonly object[] }[] } = JSON.parse(stdout);
const found = new Set(imports.map(({ to }) => to));
const missed = forgotten.filter(({ address }) => !found.has(address));
const blocks = { import: imports.map(({ to, id }) => ({ to, id })) };
writeFileSync(join(cwd, "imports.tf.json"), JSON.stringify(blocks));

terraform("plan", "-out=adopted.bin");
const plan: { resource_changes: { address: string; change: { actions: string[] } }[] } = JSON.parse(
  terraform("show", "-json", "adopted.bin"),
);
const lost = plan.resource_changes.filter(({ change }) => change.actions.includes("delete"));
for (const { address, change } of plan.resource_changes) {
  if (!["no-op", "read"].includes(change.actions.join())) console.log(`${change.actions.join("+")} ${address}`);
}
for (const { address } of missed) console.log(`not found: ${address}`);
for (const { to, changes } of imports)
  if (changes.length > 0) console.log(`said to change: ${to} ${JSON.stringify(changes)}`);
console.log(`${imports.length} imported, ${lost.length} destroyed or replaced`);
process.exitCode = lost.length === 0 && missed.length === 0 ? 0 : 1;
