/**
 * `node bin/run.cjs test/rehearsal/status/index.ts RIG`: deploys a stack, and `status`, by the program's own door, says that nothing is
 * broken; then breaks one link at a time by AWS's own calls, or in a stand-in for Genesys Cloud, and `status` names each first.
 */
import { strict as assert } from "node:assert";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnvironments } from "../../../config/environments";
import { environmentFiles } from "../../../config/files";
import type { Status } from "../../../operate/status/status";
import { genesysServer } from "../../operate/genesys/server";
import type { Answers } from "../../operate/status/organization";
import { prerequisites, project, rehearse } from "../rig";
import { breaks, HEALTHY } from "./breaks";

const ENVIRONMENTS_DIR = "test/rehearsal/status";
const NAME = "live";
const INSIDE = "--inside";

async function look(answers: Answers = HEALTHY): Promise<Status> {
  const { env, close } = await genesysServer(answers);
  const program = ["bin/genesys-eventbridge.cjs", "status", NAME, "--json"];
  try {
    return await new Promise((resolve, reject) => {
      execFile(process.execPath, program, { env: { ...process.env, ...env } }, (_, stdout, stderr) => {
        if (!stdout.startsWith("{")) reject(new Error(stderr || stdout));
        else resolve(JSON.parse(stdout));
      });
    });
  } finally {
    close();
  }
}

const isWrong = ({ verdict }: { readonly verdict: string }) => !/^(?:ok|skipped)$/.test(verdict);

async function inside(): Promise<void> {
  const whole = await look();
  assert.deepEqual(
    whole.links.flatMap(({ checks }) => checks.filter(isWrong)),
    [],
  );
  for (const { link, subject, make, organization } of breaks) {
    const mend = await make?.();
    const { first } = await look(organization);
    assert.deepEqual([first?.link, first?.subject, first?.verdict], [link, subject, "broken"], JSON.stringify(first));
    assert(first?.remedy);
    console.log(`status: ${subject}: ${first.what}`);
    await mend?.();
  }
  assert.equal((await look()).healthy, true);
  console.log(`status: nothing was broken, and of ${breaks.length} links each that was is named first`);
}

async function outside(rig: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "status-"));
  try {
    await project(["main.ts"], { ENVIRONMENTS_DIR, CDKTF_OUTDIR: work });
    const files = environmentFiles([ENVIRONMENTS_DIR], { cwd: ".", folder: ENVIRONMENTS_DIR, shown: (path) => path });
    const { environments: [environment] = [] } = parseEnvironments(files);
    if (environment === undefined) throw new Error(`${ENVIRONMENTS_DIR} is not right`);
    const program = [process.execPath, "bin/run.cjs", "test/rehearsal/status/index.ts", INSIDE];
    const account = prerequisites(environment);
    const args = [join(work, "stacks", NAME), "with", ...account, "--", ...program];
    const { code, output } = await rehearse(rig, args, { ENVIRONMENTS_DIR });
    const said = output.split("\n").filter((line) => line.startsWith("status: "));
    console.log(said.join("\n"));
    if (code !== 0) throw new Error(output.slice(-6000));
  } finally {
    rmSync(work, { recursive: true });
  }
}

async function main([first = ""]: readonly string[]): Promise<void> {
  await (first === INSIDE ? inside() : outside(first));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
