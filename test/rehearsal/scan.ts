/**
 * `node bin/run.cjs test/rehearsal/scan.ts RIG`: scans the plan of a stack with every type of destination with checkov, and what
 * `init bootstrap` writes for it and for the committed environments. Fails on what the pages do not explain, and on what they explain in
 * vain. Says so and passes where checkov cannot be had.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { environmentFiles } from "../../config/files";
import { followInCheckout, inCopyOfCheckout } from "./pages/checkout";
import { pythonProgram } from "./python";
import { compareFindings, explainedIn } from "./scan-findings";

const CHECKOV = "checkov==3.3.30";
const PAGE = "docs/how-to/scan.md";
const BOOTSTRAP = "docs/how-to/bootstrap.md";
const [rig = ""] = process.argv.slice(2);

function scan(program: string, cwd: string, page: string, ...what: readonly string[]): void {
  const scanned = execFileSync(program, [...what, "--skip-download", "--soft-fail", "--quiet", "-o", "json"], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 2 ** 28,
  });
  const { found, faults } = compareFindings(scanned, explainedIn(readFileSync(page, "utf8")));
  if (faults.length > 0) throw new Error(`${page} and checkov disagree:\n${faults.join("\n")}`);
  console.log(`${page}: done; ${CHECKOV} finds ${found}, each of them explained`);
}

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
    scan(program, copy, PAGE, "-f", "cdktf.out/every.json", "--framework", "terraform_plan");

    const folder = join(copy, "environments");
    const names = environmentFiles([], { cwd: copy, folder, shown: (path) => path }).map(({ name }) => name);
    const command = ["bin/genesys-eventbridge.cjs", "init", "bootstrap", ...names, "--github", "acme/events"];
    execFileSync(process.execPath, command, { cwd: copy, stdio: "pipe" });
    scan(program, copy, BOOTSTRAP, "-d", "bootstrap", "--framework", "terraform");
  });
}

void main();
