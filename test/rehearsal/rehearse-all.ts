/**
 * `node bin/run.mjs test/rehearsal/rehearse-all.ts RIG SAMPLES`: runs every committed environment through Terraform:
 * the file as it is, its sample events, all edits at once, and what else may lie in the account. Stops at the first fault.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnvironment } from "../../config/environment";
import { environmentFiles } from "../../config/files";
import type { Environment } from "../../config/model";

const [rig = "", samples = ""] = process.argv.slice(2);
const ORGANIZATION = "3c4f9f1e-0000-4000-8000-00000000c0de";
const work = mkdtempSync(join(tmpdir(), "rehearsal-"));

function run(command: string, args: string[], env: Record<string, string> = {}): void {
  console.log(["$", ...args].join(" "));
  execFileSync(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"] });
}

function synthesize(environments: string, outdir: string): void {
  run(process.execPath, ["bin/run.mjs", "main.ts"], { ENVIRONMENTS_DIR: environments, CDKTF_OUTDIR: outdir });
}

/** The sample events whose topics a stream of the environment sends. */
function sampleEvents({ streams }: Environment): string[] {
  const topics = Object.values(streams).flatMap(({ topic_filters = [] }) => topic_filters);
  const files = readdirSync(samples).map((file) => join(samples, file));
  return files.filter((file) => topics.includes(JSON.parse(readFileSync(file, "utf8"))["detail-type"]));
}

function rehearse(environment: Environment): void {
  const stack = (folder: string) => join(work, folder, "stacks", environment.name);
  const rehearsal = (args: string[], env?: Record<string, string>) => run(rig, [stack("before"), ...args], env);
  rehearsal(["cycle"]);
  rehearsal(["cycle", "--aws", "real", "--to", stack("after"), ...sampleEvents(environment)]);
  rehearsal(["apply"], { RIG_SOURCE_DELAY_MS: "200" });
  for (const { event_source_suffix, lookup } of Object.values(environment.streams)) {
    const others = [source("11111111-0000-4000-8000-00000000c0de", event_source_suffix)];
    // A strict look-up stops where AWS finds two, as the documentation says.
    if (lookup !== "strict") others.push(source(ORGANIZATION, `${event_source_suffix}-2`));
    rehearsal(["apply", ...others.flatMap((name) => ["--source", name])]);
  }
}

function source(organization: string, suffix: string): string {
  return `aws.partner/genesys.com/cloud/${organization}/${suffix}`;
}

try {
  synthesize("environments", join(work, "before"));
  run(process.execPath, ["bin/run.mjs", "test/rehearsal/write-edited.ts", "environments", join(work, "edited")]);
  synthesize(join(work, "edited"), join(work, "after"));
  for (const { environment } of environmentFiles("environments", "environments", []).map(parseEnvironment)) {
    if (environment !== undefined) rehearse(environment);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
