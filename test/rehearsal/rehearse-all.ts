/**
 * `node bin/run.mjs test/rehearsal/rehearse-all.ts RIG SAMPLES`: runs every committed environment through Terraform: the file as
 * it is, its sample events, all edits at once, and what else may lie in the account. Fails on the first that does not pass.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnvironment } from "../../config/environment";
import { environmentFiles } from "../../config/files";
import type { Environment } from "../../config/model";
import { already, project, rehearse } from "./rig";

const [rig = "", samples = ""] = process.argv.slice(2);
const ORGANIZATION = "3c4f9f1e-0000-4000-8000-00000000c0de";
const work = mkdtempSync(join(tmpdir(), "rehearsal-"));

/** The sample events whose topics a stream of the environment sends. */
function sampleEvents({ streams }: Environment): string[] {
  const topics = Object.values(streams).flatMap(({ topic_filters = [] }) => topic_filters);
  const files = readdirSync(samples).map((file) => join(samples, file));
  return files.filter((file) => topics.includes(JSON.parse(readFileSync(file, "utf8"))["detail-type"]));
}

async function rehearseOne(environment: Environment): Promise<void> {
  const stack = (folder: string) => join(work, folder, "stacks", environment.name);
  const pass = async (what: string, args: readonly string[], env?: Readonly<Record<string, string>>) => {
    const { code, output } = await rehearse(rig, [stack("before"), ...args, ...already(environment)], env);
    if (code !== 0) throw new Error(`${environment.name} does not pass ${what}:\n${output}`);
    const told = output.split("\n").filter((line) => /^\d+ (delivered|not sent|destroyed)|^a second plan/.test(line));
    console.log(`${environment.name}: ${what}: ${told.join("; ")}`);
  };
  await pass("cycle", ["cycle"]);
  const events = sampleEvents(environment);
  const edited = ["cycle", "--aws", "real", "--to", stack("after")];
  if (makesBucket(environment)) {
    // What was delivered stays in the bucket, and AWS destroys none that holds anything.
    await pass("real, all edits", edited);
    await pass(`real, ${events.length} events`, ["send", ...events]);
  } else await pass(`real, all edits, ${events.length} events`, [...edited, ...events]);
  await pass("a source that appears late", ["apply"], { RIG_SOURCE_DELAY_MS: "200" });
  for (const { event_source_suffix, lookup } of Object.values(environment.streams)) {
    await pass("another organization's source", [
      "apply",
      "--source",
      source("11111111-0000-4000-8000-00000000c0de", event_source_suffix),
    ]);
    // A strict look-up stops where AWS finds two, as the documentation says.
    if (lookup !== "strict")
      await pass("a longer source", ["apply", "--source", source(ORGANIZATION, `${event_source_suffix}-2`)]);
  }
}

function makesBucket({ destinations }: Environment): boolean {
  return Object.values(destinations).some(
    ({ type, ...keys }) => type === "firehose" && !("arn" in keys || "bucket_arn" in keys),
  );
}

function source(organization: string, suffix: string): string {
  return `aws.partner/genesys.com/cloud/${organization}/${suffix}`;
}

/** ENVIRONMENT …: only these. */
const wanted = process.argv.slice(4);

async function main(): Promise<void> {
  try {
    await project(["main.ts"], { CDKTF_OUTDIR: join(work, "before") });
    await project(["test/rehearsal/write-edited.ts", "environments", join(work, "edited")]);
    await project(["main.ts"], { ENVIRONMENTS_DIR: join(work, "edited"), CDKTF_OUTDIR: join(work, "after") });
    for (const { environment } of environmentFiles("environments", "environments", wanted).map(parseEnvironment)) {
      if (environment !== undefined) await rehearseOne(environment);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
