/**
 * `node bin/run.cjs test/rehearsal/replay.ts RIG`: events are sent and archived; `replay`, by the program's own door, sends them to one
 * of two rules once more, says so first, and does not do so twice.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { project, rehearse } from "./rig";

const EVENTS = 3;
const COMMAND = ["bin/genesys-eventbridge.cjs", "replay", "dev", "--stream", "audit", "--rules", "second"];
const RANGE = ["--from", "2026-11-21T08:00:00Z", "--to", "2026-11-21T09:00:00Z"];
const INSIDE = "--inside";

/** Runs the command as a person does, one time after the other, and prints what comes out. */
function inside(): void {
  for (const more of [["--dry-run"], ["--yes"], ["--yes"], ["--yes", "--again"]])
    execFileSync(process.execPath, [...COMMAND, ...RANGE, ...more], { stdio: "inherit" });
}

function expectCount(what: string, output: string, pattern: RegExp, count: number): void {
  const found = output.match(pattern)?.length ?? 0;
  if (found !== count) throw new Error(`${what}: ${found} instead of ${count}\n${output.slice(-6000)}`);
  console.log(`${what}: ${count}`);
}

async function main(rig: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "replay-"));
  try {
    const environments = join(work, "environments");
    mkdirSync(environments);
    const file = readFileSync("environments/dev.tfvars", "utf8")
      .replace("event_source_suffix", "archive = {}\n    $&")
      .replace("rules = {", 'rules = {\n  second = {\n    stream  = "audit"\n    targets = ["audit-log"]\n  }');
    writeFileSync(join(environments, "dev.tfvars"), file);
    await project(["main.ts"], { ENVIRONMENTS_DIR: environments, CDKTF_OUTDIR: work });
    const sample = JSON.parse(readFileSync("data/sample-events/audit-oauth-client-delete.json", "utf8"));
    const events = Array.from({ length: EVENTS }, (_, index) => {
      const path = join(work, `event-${index}.json`);
      writeFileSync(
        path,
        JSON.stringify({ ...sample, id: `${index}${sample.id.slice(1)}`, time: `2026-11-21T08:3${index}:00Z` }),
      );
      return path;
    });
    const command = [process.execPath, "bin/run.cjs", "test/rehearsal/replay.ts", INSIDE];
    const stack = join(work, "stacks", "dev");
    const { code, output } = await rehearse(rig, [stack, "with", ...events, "--", ...command], {
      ENVIRONMENTS_DIR: environments,
    });
    if (code !== 0) throw new Error(`the rig ended with ${code}:\n${output.slice(-6000)}`);
    expectCount(
      "said which target gets them a second time",
      output,
      /get them a second time|it matched none|they get a second time/g,
      4,
    );
    expectCount("replayed to the end", output, /is COMPLETED/g, 2);
    expectCount("not replayed twice unasked", output, /has replayed this already/g, 1);
    const arrived = /"rule": "second".*"replay": |"replay": .*"rule": "second"/g;
    const others = /"replay": .*"rule": "capture|"rule": "capture[^\n]*"replay": /g;
    expectCount("arrived at the chosen rule's target once for each replay", output, arrived, 2 * EVENTS);
    expectCount("arrived at the other rule's target", output, others, 0);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const [first = ""] = process.argv.slice(2);
if (first === INSIDE) inside();
else void main(first);
