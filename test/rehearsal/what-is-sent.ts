/**
 * `node bin/run.cjs test/rehearsal/what-is-sent.ts RIG SAMPLES`: what the rig delivers and loses of every way to say what a target
 * gets is what a trace says of the same events, payload by payload.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnvironments } from "../../config/environments";
import { environmentFiles } from "../../config/files";
import { deliveredAsTraced } from "./as-traced";
import { prerequisites, project, rehearse } from "./rig";

const ENVIRONMENT = "test/rehearsal/what-is-sent";
const [rig = "", samples = ""] = process.argv.slice(2);

async function main(): Promise<void> {
  const [environment] =
    parseEnvironments(environmentFiles([], { cwd: ".", folder: ENVIRONMENT, shown: (path) => path })).environments ??
    [];
  if (environment === undefined) throw new Error(`${ENVIRONMENT} is not right`);
  const work = mkdtempSync(join(tmpdir(), "sent-"));
  try {
    await project(["main.ts"], { ENVIRONMENTS_DIR: ENVIRONMENT, CDKTF_OUTDIR: work });
    const events = readdirSync(samples).map((file) => join(samples, file));
    const stack = join(work, "stacks", environment.name);
    // The rig's exit code says that something is lost, as expected here.
    const { output } = await rehearse(rig, [stack, "send", ...events, ...prerequisites(environment)]);
    const count = deliveredAsTraced(environment, events, output);
    if (count === 0 || !output.includes('"status": "lost"'))
      throw new Error(`not all was rehearsed:\n${output.slice(-3000)}`);
    console.log(`${environment.name}: ${count} deliveries as traced, and what is lost`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
