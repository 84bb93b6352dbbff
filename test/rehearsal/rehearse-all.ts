/**
 * `node bin/run.cjs test/rehearsal/rehearse-all.ts RIG SAMPLES`: runs every committed environment through Terraform: the file as
 * it is, its sample events, all edits at once, and what else may lie in the account. Fails on the first that does not pass.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnvironment } from "../../config/environment";
import { environmentFiles } from "../../config/files";
import { inventoryOf } from "../../config/inventory";
import type { Environment } from "../../config/model";
import { streamType } from "../../streams";
import { Tracer } from "../../trace/tracer";
import { deliveredAsTraced } from "./as-traced";
import { prerequisites, project, rehearse } from "./rig";

const [rig = "", samples = ""] = process.argv.slice(2);
const ORGANIZATION = "3c4f9f1e-0000-4000-8000-00000000c0de";
const work = mkdtempSync(join(tmpdir(), "rehearsal-"));

const samplesOf = readdirSync(samples).map((file) => join(samples, file));

const stack = (folder: string, { name }: Environment) => join(work, folder, "stacks", name);

interface Run {
  readonly env?: Readonly<Record<string, string>>;
  readonly from?: "after";
  /** The program to run in the applied stack. */
  readonly program?: readonly string[];
}

async function pass(
  environment: Environment,
  what: string,
  args: readonly string[],
  { env, from, program }: Run = {},
): Promise<string> {
  const { code, output } = await rehearse(
    rig,
    [
      stack(from ?? "before", environment),
      ...args,
      ...prerequisites(environment),
      ...(program === undefined ? [] : ["--", process.execPath, "bin/run.cjs", ...program]),
    ],
    env,
  );
  if (code !== 0) throw new Error(`${environment.name} does not pass ${what}:\n${output}`);
  const told = output
    .split("\n")
    .filter((line) => /^\d+ (delivered|not sent|destroyed|imported)|^a second plan/.test(line));
  console.log(`${environment.name}: ${what}: ${told.join("; ")}`);
  return output;
}

/**
 * Returns the sample events; where all streams take what others send, the environment's scenarios, as the events that they make of
 * them.
 */
function eventsFor(environment: Environment): readonly string[] {
  if (Object.values(environment.streams).some(({ type }) => streamType(type).received === undefined)) return samplesOf;
  const tracer = new Tracer(environment, { exact: false });
  const folder = join("environments", `${environment.name}.events`);
  const scenarios = readdirSync(folder).filter((file) => !file.endsWith(".expected.json"));
  const made = scenarios.flatMap((file) => tracer.eventsOf(JSON.parse(readFileSync(join(folder, file), "utf8"))));
  return made
    .filter((event) => tracer.isSent(event))
    .map((event, index) => {
      const path = join(work, `${environment.name}-${index}.json`);
      writeFileSync(path, JSON.stringify(event));
      return path;
    });
}

/** Sends every sample event, also those that no stream sends, and compares with the trace. */
async function passEvents(environment: Environment, what: string, args: readonly string[]): Promise<void> {
  const events = eventsFor(environment);
  const output = await pass(environment, `${what}, ${events.length} events`, [...args, ...events]);
  const count = deliveredAsTraced(environment, events, output);
  console.log(`${environment.name}: ${count} deliveries as traced`);
}

async function rehearseOne(environment: Environment): Promise<void> {
  await pass(environment, "cycle", ["cycle"]);
  const edited = ["cycle", "--aws", "real", "--to", stack("after", environment)];
  if (makesBucket(environment)) {
    // What was delivered stays in the bucket, and AWS destroys none that holds anything.
    await pass(environment, "real, all edits", edited);
    await passEvents(environment, "real", ["send"]);
  } else await passEvents(environment, "real, all edits", edited);
  await pass(environment, "a source that appears late", ["apply"], { env: { RIG_SOURCE_DELAY_MS: "200" } });
  const others = Object.values(environment.streams).flatMap((keys) => {
    if (!("event_source_suffix" in keys)) return []; // no partner event source
    const { event_source_suffix, lookup } = keys;
    const elsewhere = source("11111111-0000-4000-8000-00000000c0de", event_source_suffix);
    // A strict look-up stops where AWS finds two, as the documentation says.
    return lookup === "strict" ? [elsewhere] : [elsewhere, source(ORGANIZATION, `${event_source_suffix}-2`)];
  });
  if (others.length === 0) return;
  await pass(environment, "other sources in the account", ["apply", ...others.flatMap((name) => ["--source", name])]);
}

function makesBucket(environment: Environment): boolean {
  return inventoryOf(environment).some(({ type }) => type === "aws_s3_bucket");
}

function source(organization: string, suffix: string): string {
  return `aws.partner/genesys.com/cloud/${organization}/${suffix}`;
}

/** The arguments ENVIRONMENT …, to run only these. */
const wanted = process.argv.slice(4);

/** Synthesizes the environments of a folder as they are and with all edits, into the folders that `stack` returns. */
async function synthesizeBoth(folder: string, ...edits: string[]): Promise<Environment[]> {
  const edited = join(work, "edited");
  await project(["main.ts"], { ENVIRONMENTS_DIR: folder, CDKTF_OUTDIR: join(work, "before") });
  await project(["test/rehearsal/write-edited.ts", folder, edited, ...edits]);
  await project(["main.ts"], { ENVIRONMENTS_DIR: edited, CDKTF_OUTDIR: join(work, "after") });
  rmSync(edited, { recursive: true });
  return environmentFiles([], { cwd: ".", folder, shown: (path) => path }).flatMap(
    (file) => parseEnvironment(file).environment ?? [],
  );
}

async function main(): Promise<void> {
  try {
    if (wanted.length === 0) await beforeAll();
    for (const environment of await synthesizeBoth("environments")) {
      if (wanted.length === 0 || wanted.includes(environment.name)) await rehearseOne(environment);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Rehearses what no committed environment has: every type of destination, a key, all that a bus keeps. */
async function beforeAll(): Promise<void> {
  for (const environment of await synthesizeBoth("test/rehearsal/every-destination", "destinations changed")) {
    await pass(environment, "every key of every destination changed", [
      "change",
      "--aws",
      "real",
      "--to",
      stack("after", environment),
    ]);
    const file = join("test/rehearsal/every-destination", `${environment.name}.tfvars`);
    await pass(environment, "forgotten, and taken over", ["with"], {
      program: ["test/rehearsal/adopt/forgotten.ts", file],
    });
  }
  for (const environment of await synthesizeBoth("test/rehearsal/every-destination", "a key added")) {
    const toKeyed = ["change", "--aws", "real", "--to", stack("after", environment)];
    await pass(environment, "a key of the owner's added", toKeyed);
  }
  for (const environment of await synthesizeBoth("test/rehearsal/everything-kept", "nothing kept")) {
    await pass(environment, "all that a bus keeps", ["cycle"]);
    const all = ["change", "--to", stack("before", environment)];
    await pass(environment, "all that a bus keeps, added", all, { from: "after" });
  }
}

void main();
