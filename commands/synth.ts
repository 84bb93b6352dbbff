import { isAbsolute, join, relative, resolve } from "node:path";
import { parseEnvironment } from "../config/environment";
import { environmentFiles, FilesProblem } from "../config/files";
import { issueText } from "../config/issue";
import type { Environment } from "../config/model";

export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the command was started; relative folders begin here. */
  readonly cwd: string;
  /** Where cdktf.json lies. */
  readonly project: string;
  readonly stderr: (line: string) => void;
  readonly stdout: (line: string) => void;
}

const USAGE = `usage: npm run synth [-- ENVIRONMENT …]
Writes the Terraform of the environments named, or of all in environments/, to cdktf.out.
ENVIRONMENTS_DIR and CDKTF_OUTDIR name other folders.`;

/**
 * Synthesizes environments. Nothing is written unless every one that was asked for is right.
 *
 * @returns the exit code: 0 written, 1 something is wrong with the files, 2 wrong usage
 */
export async function synth(args: readonly string[], io: Io): Promise<number> {
  const option = args.find((arg) => arg.startsWith("-"));
  if (option !== undefined) {
    const help = option === "--help" || option === "-h";
    (help ? io.stdout : io.stderr)(help ? USAGE : `${option} is no option of synth\n${USAGE}`);
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
    io.stdout(`${environments.map(({ name }) => join(shown(outdir, io), "stacks", name)).join("\n")}`);
    return 0;
  } catch (error) {
    if (!(error instanceof FilesProblem)) throw error;
    io.stderr(error.message);
    return 1;
  }
}

function readEnvironments(names: readonly string[], io: Io): Environment[] | undefined {
  const folder = resolve(io.cwd, io.env.ENVIRONMENTS_DIR || join(io.project, "environments"));
  const parsed = environmentFiles(folder, shown(folder, io), names).map(parseEnvironment);
  for (const issue of parsed.flatMap(({ issues }) => issues)) io.stderr(issueText(issue));
  const environments = parsed.flatMap(({ environment }) => environment ?? []);
  return environments.length === parsed.length ? environments : undefined;
}

/** As the user would write it: relative where that is shorter than going up. */
function shown(path: string, { cwd }: Io): string {
  const short = relative(cwd, path);
  return short === "" ? "." : short.startsWith("..") || isAbsolute(short) ? path : short;
}
