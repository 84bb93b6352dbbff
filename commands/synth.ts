import { join, resolve } from "node:path";
import { parseEnvironments } from "../config/environments";
import { environmentFiles, FilesProblem } from "../config/files";
import { issueText } from "../config/issue";
import type { Environment } from "../config/model";
import { type Io, placesOf, shown } from "./io";

const USAGE = [
  "usage: npm run synth [-- ENVIRONMENT …]",
  "Writes the Terraform of the environments named, or of all in environments/, to cdktf.out.",
  "ENVIRONMENTS_DIR and CDKTF_OUTDIR name other folders.",
];

/**
 * Synthesizes environments. Nothing is written unless every one that was asked for is right.
 *
 * @returns the exit code: 0 written, 1 something is wrong with the files, 2 wrong usage
 */
export async function synth(args: readonly string[], io: Io): Promise<number> {
  const option = args.find((arg) => arg.startsWith("-"));
  if (option !== undefined) {
    const help = option === "--help" || option === "-h";
    (help ? io.stdout : io.stderr)(help ? USAGE : [`${option} is no option of synth`, ...USAGE]);
    return help ? 0 : 2;
  }
  if (io.env.SYNTH_HCL_OUTPUT === "true") {
    io.stderr("CDKTF's HCL output loses the checks of this stack and its escapes; leave out --hcl");
    return 2;
  }
  try {
    const environments = readEnvironments(args, io);
    if (environments === undefined) return 1;
    // Loaded only now, so that a faulty file is reported without waiting for CDKTF.
    const { writeStacks } = await import("../stacks/write");
    const outdir = resolve(io.cwd, io.env.CDKTF_OUTDIR || "cdktf.out");
    writeStacks(environments, { project: io.project, outdir, all: args.length === 0 });
    io.stdout(environments.map(({ name }) => join(shown(outdir, io), "stacks", name)));
    return 0;
  } catch (error) {
    if (!(error instanceof FilesProblem)) throw error;
    io.stderr(error.lines);
    return 1;
  }
}

function readEnvironments(names: readonly string[], io: Io): readonly Environment[] | undefined {
  const { environments, issues } = parseEnvironments(environmentFiles(names, placesOf(io)));
  for (const issue of issues) io.stderr(issueText(issue));
  return environments;
}
