/**
 * `node bin/run.cjs test/rehearsal/every-key.ts RIG`: the real provider plans what `check` accepts: every key of every type of
 * destination, every option of a target to every type, and every key of a rule.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnvironment } from "../../config/environment";
import { environmentFiles } from "../../config/files";
import { everyKey } from "../support/every-key";
import { prerequisites, project, rehearse } from "./rig";

const [rig = ""] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "every-key-"));

async function main(): Promise<void> {
  const { files, missing } = everyKey();
  if (missing.length > 0) throw new Error(`no file that check accepts has ${missing.join(", ")}`);
  const folder = join(work, "environments");
  mkdirSync(folder);
  for (const [name, value] of Object.entries(files)) {
    writeFileSync(join(folder, `${name}.tfvars.json`), JSON.stringify(value));
  }
  await project(["main.ts"], { ENVIRONMENTS_DIR: folder, CDKTF_OUTDIR: work });
  for (const file of environmentFiles([], { cwd: ".", folder, shown: (path) => path })) {
    const { environment } = parseEnvironment(file);
    if (environment === undefined) throw new Error(`${file.path} is not right`);
    const args = [join(work, "stacks", environment.name), "plan", "--aws", "real", ...prerequisites(environment)];
    const { code, output } = await rehearse(rig, args);
    if (code !== 0) {
      console.error(faults(output));
      throw new Error(`${environment.name} cannot be planned`);
    }
    const targets = Object.values(environment.rules).flatMap((rule) => rule.targets);
    const counted = `${Object.keys(environment.destinations).length} destinations, ${targets.length} targets`;
    console.log(`${environment.name}: ${counted}: ${output.trim().split("\n").at(-1)}`);
  }
}

/** Returns Terraform's errors: its whole output is too long for a pipe. */
function faults(output: string): string {
  const blocks = output.split(/\n(?=(?:│ )?Error: )/).slice(1);
  return blocks.length === 0 ? output.slice(-5000) : blocks.map((block) => block.slice(0, 500)).join("\n");
}

main().finally(() => rmSync(work, { recursive: true, force: true }));
