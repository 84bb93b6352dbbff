/**
 * `node bin/run.cjs test/rehearsal/live/index.ts RIG`: deploys a stack; `status` names each link that is broken in it, and `redrive` sends
 * back what a missing permission has stopped. The rig runs the same file inside.
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnvironments } from "../../../config/environments";
import { environmentFiles } from "../../../config/files";
import { prerequisites, project, rehearse } from "../rig";

const INSIDE = "--inside";

async function outside(rig: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "live-"));
  try {
    // What redrive notes lies beside the file.
    copyFileSync("test/rehearsal/live/live.tfvars", join(work, "live.tfvars"));
    await project(["main.ts"], { ENVIRONMENTS_DIR: work, CDKTF_OUTDIR: work });
    const files = environmentFiles([work], { cwd: ".", folder: work, shown: (path) => path });
    const { environments: [environment] = [] } = parseEnvironments(files);
    if (environment === undefined) throw new Error("live.tfvars is not right");
    const inside = [process.execPath, "bin/run.cjs", "test/rehearsal/live/index.ts", INSIDE];
    const args = [join(work, "stacks", "live"), "with", ...prerequisites(environment), "--", ...inside];
    const { code, output } = await rehearse(rig, args, { ENVIRONMENTS_DIR: work });
    console.log(
      output
        .split("\n")
        .filter((line) => /^(?:status|redrive): /.test(line))
        .join("\n"),
    );
    if (code !== 0) throw new Error(output.slice(-6000));
  } finally {
    rmSync(work, { recursive: true });
  }
}

async function main([first = ""]: readonly string[]): Promise<void> {
  if (first !== INSIDE) return outside(first);
  // Here alone there is an account for the SDK's clients.
  const [{ rehearseRedrive }, { rehearseStatus }] = await Promise.all([import("./redrive"), import("./status")]);
  await rehearseRedrive();
  await rehearseStatus();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
