/**
 * `node bin/run.cjs test/rehearsal/scan.ts RIG`: scans the plan of a stack with every type of destination with checkov. Fails on
 * what docs/how-to/scan.md does not explain, and on what it explains in vain. Says so and passes where checkov cannot be had.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { followInCheckout, inCopyOfCheckout } from "./pages/checkout";
import { pythonProgram } from "./python";
import { compareFindings, explainedIn } from "./scan-findings";

const CHECKOV = "checkov==3.3.30";
const PAGE = "docs/how-to/scan.md";
const [rig = ""] = process.argv.slice(2);

async function main(): Promise<void> {
  const program = pythonProgram("checkov", CHECKOV);
  if (program === undefined) return;
  await inCopyOfCheckout(async (copy) => {
    await followInCheckout(rig, PAGE, copy, {
      environment: "every",
      from: "test/rehearsal/every-destination",
      env: { PATH: [dirname(program), process.env.PATH].join(delimiter) },
      edit: (commands) => commands.replace(/\bdev\b/g, "every"),
    });
    const scanned = execFileSync(
      program,
      [
        "-f",
        join(copy, "cdktf.out", "every.json"),
        "--framework",
        "terraform_plan",
        "--skip-download",
        "--soft-fail",
      ].concat("--quiet", "-o", "json"),
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 28 },
    );
    const { found, faults } = compareFindings(scanned, explainedIn(readFileSync(PAGE, "utf8")));
    if (faults.length > 0) throw new Error(`${PAGE} and checkov disagree:\n${faults.join("\n")}`);
    console.log(`${PAGE}: done; ${CHECKOV} finds ${found}, each of them explained`);
  });
}

void main();
