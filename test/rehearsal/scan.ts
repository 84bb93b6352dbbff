/**
 * `node bin/run.cjs test/rehearsal/scan.ts RIG`: scans the plan of a stack with every type of destination with checkov. Fails on
 * what docs/how-to/scan.md does not explain, and on what it explains in vain. Says so and passes where checkov cannot be had.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnvironment } from "../../config/environment";
import { environmentFiles } from "../../config/files";
import { pythonProgram } from "./python";
import { prerequisites, project, rehearse } from "./rig";
import { compareFindings, explainedIn } from "./scan-findings";

const CHECKOV = "checkov==3.3.30";
const FOLDER = "test/rehearsal/every-destination";
const [rig = ""] = process.argv.slice(2);

async function main(): Promise<void> {
  const program = pythonProgram("checkov", CHECKOV);
  if (program === undefined) return;
  const work = mkdtempSync(join(tmpdir(), "scan-"));
  try {
    const plan = join(work, "plan.json");
    await project(["main.ts"], { ENVIRONMENTS_DIR: FOLDER, CDKTF_OUTDIR: work });
    for (const file of environmentFiles([], { cwd: ".", folder: FOLDER, shown: (path) => path })) {
      const { environment } = parseEnvironment(file);
      if (environment === undefined) throw new Error(`${file.name} is wrong`);
      const stack = join(work, "stacks", environment.name);
      const { code, output } = await rehearse(rig, [stack, "plan", "--json", plan, ...prerequisites(environment)]);
      if (code !== 0) throw new Error(output);
      const scanned = execFileSync(
        program,
        ["-f", plan, "--framework", "terraform_plan", "--skip-download", "--soft-fail", "--quiet", "-o", "json"],
        { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 28 },
      );
      const { found, faults } = compareFindings(scanned, explainedIn(readFileSync("docs/how-to/scan.md", "utf8")));
      if (faults.length > 0) throw new Error(`docs/how-to/scan.md and checkov disagree:\n${faults.join("\n")}`);
      console.log(`${environment.name}: ${CHECKOV} finds ${found}, each of them explained`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
