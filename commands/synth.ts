import { join, resolve } from "node:path";
import { isEnvironmentName } from "../config/environment";
import { parseEnvironments } from "../config/environments";
import { environmentFiles, environmentsApart } from "../config/files";
import type { EnvironmentFile } from "../config/load";
import type { Environment } from "../config/model";
import type { Refused } from "../stacks/output/refused";
import type { Issue } from "../text/issue";
import type { Command, Options } from "./command";
import { issueLine } from "./formats/issue-line";
import { type Io, placesOf, shown } from "./io";
import { environmentOffers } from "./offers";
import { withProgress } from "./progress";

const options = {} as const satisfies Options;

/**
 * Writes stacks. Nothing is written unless every environment that was asked for is right; but CDKTF's command line never says
 * which it asks for, and so gets those that are right, and of the others stacks that Terraform refuses.
 */
export const synth: Command<typeof options> = {
  name: "synth",
  summary: "Writes the Terraform of the environments named, or of all in environments/, to cdktf.out",
  positionals: "[ENVIRONMENT …]",
  offers: environmentOffers,
  options,
  details: `Nothing is written unless all that are asked for are right. ENVIRONMENTS_DIR and CDKTF_OUTDIR name other folders.`,
  examples: [
    { args: "", does: "writes every environment, and removes what it wrote of those that are gone" },
    { args: "dev", does: "writes cdktf.out/stacks/dev/cdk.tf.json and nothing else" },
  ],
  exits: { 0: "written", 1: "an environment is not right, and nothing is written" },
  more: "docs/decisions/output.md",
  async run({ positionals: names }, io) {
    if (io.env.SYNTH_HCL_OUTPUT === "true") {
      io.stderr("CDKTF's HCL output loses the checks of this stack and its escapes; leave out --hcl");
      return 2;
    }
    const hosted = isHosted(io);
    const { environments, refused } = hosted && names.length === 0 ? eachApart(io) : allOrNone(names, io);
    if (environments.length === 0) return 1;
    // Loaded only now, so that a faulty file is reported without waiting for CDKTF.
    const { writeStacks } = await import("../stacks/write");
    const outdir = resolve(io.cwd, io.env.CDKTF_OUTDIR || "cdktf.out");
    const output = { project: io.project, outdir, all: names.length === 0, refused, hosted };
    withProgress(environments.length, "stack", io, (next) => writeStacks(environments, { ...output, onStack: next }));
    io.stdout(environments.map(({ name }) => join(shown(outdir, io), "stacks", name)));
    return 0;
  },
};

/** Returns true if CDKTF's command line has started the app; it wants stacks even of an app that has found errors. */
function isHosted({ env }: Io): boolean {
  return env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS === "true";
}

interface Readable {
  readonly environments: readonly Environment[];
  readonly refused: readonly Refused[];
}

function parsed(files: readonly EnvironmentFile[], io: Io) {
  return withProgress(files.length, "environment", io, (next) => parseEnvironments(files, next));
}

function allOrNone(names: readonly string[], io: Io): Readable {
  const { environments = [], issues } = parsed(environmentFiles(names, placesOf(io)), io);
  say(issues, io);
  return { environments, refused: [] };
}

function eachApart(io: Io): Readable {
  const files = environmentsApart(placesOf(io));
  const read = files.flatMap((file) => ("bytes" in file ? [file] : []));
  const { sound, issues } = parsed(read, io);
  say(issues, io);
  io.stderr([...new Set(files.flatMap((file) => ("problems" in file ? file.problems : [])))]);
  const names = new Set(sound.map(({ name }) => name));
  const faulty = files.filter(({ name }) => !names.has(name));
  if (faulty.length > 0 && sound.length > 0) {
    const list = faulty.map(({ path }) => path).join(", ");
    io.stderr(
      `not right: ${list}; until that is fixed, Terraform refuses what is planned or deployed of it, and of nothing else`,
    );
  }
  return { environments: sound, refused: faulty.filter(({ name }) => isEnvironmentName(name)) };
}

/** CDKTF's command line shows as an error whatever comes on stderr. */
function say(issues: readonly Issue[], io: Io): void {
  for (const issue of issues) {
    const print = issue.severity === "warning" && isHosted(io) ? io.stdout : io.stderr;
    print(issueLine(issue));
  }
}
