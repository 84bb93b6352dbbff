/**
 * Run by the rig in a stack that it has applied: `RIG STACK with -- node bin/run.cjs test/rehearsal/adopt.ts`. Forgets what is
 * there and imports it again, as a person does who takes over what was made by hand. Fails where the next plan would destroy
 * or replace anything.
 */
import { execFileSync } from "node:child_process";
import { importIds } from "./import-ids";

interface StateResource {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const cwd = process.env.REHEARSE_STACK ?? ".";
const terraform = (...args: readonly string[]) =>
  execFileSync("terraform", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 28 });

const state = JSON.parse(terraform("show", "-json"));
const made: StateResource[] = state.values.root_module.resources;
const adopted = made.flatMap(({ address, type, mode, values }) => {
  const id = mode === "managed" ? importIds[type]?.(values) : undefined;
  return id === undefined ? [] : [{ address, id }];
});
terraform("state", "rm", ...adopted.map(({ address }) => address));
for (const { address, id } of adopted) terraform("import", "-no-color", address, id);

terraform("plan", "-out=adopted.bin");
const plan: { resource_changes: { address: string; change: { actions: string[] } }[] } = JSON.parse(
  terraform("show", "-json", "adopted.bin"),
);
const lost = plan.resource_changes.filter(({ change }) => change.actions.includes("delete"));
for (const { address, change } of plan.resource_changes) {
  if (!["no-op", "read"].includes(change.actions.join())) console.log(`${change.actions.join("+")} ${address}`);
}
console.log(`${adopted.length} imported, ${lost.length} destroyed or replaced`);
process.exitCode = lost.length === 0 ? 0 : 1;
