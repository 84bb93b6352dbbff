/**
 * `node bin/run.cjs test/rehearsal/pages/account.ts RIG`: follows the how-tos whose commands want something deployed.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { project, rehearse } from "../rig";

const [rig = ""] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "pages-"));
const environments = join(work, "environments");

interface Page {
  readonly page: string;
  /** The words that must come out at the end. */
  readonly says: RegExp;
  /** What dev's file says besides. */
  readonly edit?: (file: string) => string;
  readonly events?: readonly string[];
}

async function follow({ page, says, edit = (file) => file, events = [] }: Page): Promise<void> {
  writeFileSync(join(environments, "dev.tfvars"), edit(readFileSync("environments/dev.tfvars", "utf8")));
  await project(["main.ts"], { ENVIRONMENTS_DIR: environments, CDKTF_OUTDIR: work });
  const command = [process.execPath, "bin/run.cjs", "test/rehearsal/pages/block.ts", page];
  const stack = join(work, "stacks", "dev");
  const { code, output } = await rehearse(rig, [stack, "with", ...events, "--", ...command], {
    ENVIRONMENTS_DIR: environments,
  });
  if (code !== 0 || !says.test(output)) throw new Error(`${page} ended with ${code}:\n${output.slice(-4000)}`);
  console.log(`${page}: done`);
}

async function main(): Promise<void> {
  try {
    mkdirSync(environments);
    await follow({ page: "docs/how-to/take-over.md", says: /Import successful[\s\S]* 0 to destroy/ });
    const sample = JSON.parse(readFileSync("data/sample-events/audit-oauth-client-delete.json", "utf8"));
    const event = join(work, "event.json");
    writeFileSync(event, JSON.stringify({ ...sample, time: "2026-11-21T08:30:00Z" }));
    const replayed = {
      page: "docs/how-to/keep-and-replay.md",
      says: /is COMPLETED[\s\S]*"replay": "dev-audit-[0-9a-f]{8}".*"status": "delivered"/,
      edit: (file: string) => file.replace("event_source_suffix", "archive = {}\n    $&"),
      events: [event],
    };
    await follow(replayed);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
