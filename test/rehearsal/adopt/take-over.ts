/**
 * Run by the rig in an account that a shape has made: `… with … -- node bin/run.cjs test/rehearsal/adopt/take-over.ts SHAPE`. Finds
 * what is there by the program, synthesizes, plans and applies, and sends events all the while.
 */
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { Traffic } from "./traffic";

const run = promisify(execFile);
const [shape = ""] = process.argv.slice(2);
const { env } = process;
const work = mkdtempSync(join(tmpdir(), "adopt-"));
const stack = join(work, "cdktf.out", "stacks", "dev");

async function program(...args: readonly string[]): Promise<string> {
  const own = { ENVIRONMENTS_DIR: join(work, "environments"), CDKTF_OUTDIR: join(work, "cdktf.out") };
  const { stdout } = await run(process.execPath, ["bin/genesys-eventbridge.cjs", ...args], { env: { ...env, ...own } });
  return stdout;
}

async function terraform(...args: readonly string[]): Promise<string> {
  const { stdout } = await run("terraform", [...args], { cwd: stack, maxBuffer: 2 ** 28 });
  return stdout;
}

interface Plan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[]; readonly importing?: object };
  }[];
}

async function plan(): Promise<Plan["resource_changes"]> {
  await terraform("plan", "-no-color", "-input=false", "-out=plan.bin");
  const { resource_changes }: Plan = JSON.parse(await terraform("show", "-json", "plan.bin"));
  return resource_changes;
}

async function takeOver(): Promise<string> {
  mkdirSync(join(work, "environments"));
  const written = join(shape, "dev.tfvars");
  if (existsSync(written)) copyFileSync(written, join(work, "environments", "dev.tfvars"));
  console.log(await program("adopt", "dev", ...(existsSync(written) ? [] : ["--write"])));
  await program("synth", "dev");
  const override = JSON.parse(readFileSync(join(env.REHEARSE_STACK ?? ".", "zz_override.tf.json"), "utf8"));
  override.terraform = { backend: { local: { path: join(work, "state") } } };
  writeFileSync(join(stack, "zz_override.tf.json"), JSON.stringify(override));

  const traffic = new Traffic(env.AWS_ENDPOINT_URL_EVENTBRIDGE ?? "");
  await traffic.send("before");
  await terraform("init", "-no-color");
  const changes = await plan();
  for (const { address, change } of changes)
    console.log(`${change.importing ? "import " : ""}${change.actions.join("+")} ${address}`);
  const count = (action: string) => changes.filter(({ change }) => change.actions.includes(action)).length;
  if (count("delete") > 0) throw new Error("the plan destroys or replaces");
  const applied = terraform("apply", "-no-color", "-input=false", "plan.bin").then(() => "applied" as const);
  while ((await Promise.race([applied, setTimeout(50)])) !== "applied") await traffic.send("during");
  await traffic.send("after");
  const again = (await plan()).filter(({ change }) => !["no-op", "read"].includes(change.actions.join()));
  const open = again.filter(({ address }) => !address.includes("metric_alarm"));
  if (open.length > 0) throw new Error(`a second plan is not empty: ${JSON.stringify(open, null, 1)}`);
  if (traffic.lost.length > 0) throw new Error(`lost: ${JSON.stringify(traffic.lost)}`);
  const imported = changes.filter(({ change }) => change.importing).length;
  return `${imported} imported, ${count("create")} created, ${count("update")} changed in place, 0 destroyed or replaced; ${traffic.told}`;
}

takeOver()
  .then((told) => console.log(`taken over: ${told}`))
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(work, { recursive: true, force: true }));
