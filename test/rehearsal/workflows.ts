/**
 * `node bin/run.cjs test/rehearsal/workflows.ts RIG`: runs the workflows that `init ci --github` writes step by step, with Terraform
 * rehearsed in place of the account.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { project, rehearse } from "./rig";

const [rig = ""] = process.argv.slice(2);

async function main(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "workflows-"));
  try {
    await project(["main.ts", "dev"], { CDKTF_OUTDIR: work });
    const program = [process.execPath, "bin/run.cjs", "test/rehearsal/ci/scenario.ts"];
    const { code, output } = await rehearse(rig, [join(work, "stacks", "dev"), "run", ...program]);
    console.log(output.trimEnd());
    if (code !== 0) process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true });
  }
}

void main();
