import { once } from "node:events";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { Places } from "../config/files";

/** What a program gets from the process it runs in, so that tests can run it without one. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the command was started; relative paths begin here. */
  readonly cwd: string;
  /** Where cdktf.json lies. */
  readonly project: string;
  /** What was asked for. */
  readonly stdout: (line: string) => void;
  /** What is to be said beside it. */
  readonly stderr: (line: string) => void;
  /** Waits until stdout has taken what was written, so that memory does not grow where its reader is slow. */
  readonly flushed: () => Promise<void>;
  /** Shows a line that replaces the one before, where stderr is a terminal. */
  readonly progress?: (line: string) => void;
  /** Where stdout is a terminal: its width in characters, and whether it shows colours. */
  readonly terminal?: { readonly columns: number; readonly colours: boolean };
}

/** npm moves to the project's folder before it runs a script, and keeps in INIT_CWD where the user was. */
export function processIo(scripts: readonly string[]): Io {
  const { env, stdout, stderr } = process;
  // Whoever reads may stop early, as head does; going on would be work for nobody, hours of it for a large archive.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  const script = scripts.includes(env.npm_lifecycle_event ?? "");
  const terminal = stdout.isTTY ? { columns: stdout.columns || 80, colours: stdout.hasColors() } : undefined;
  return {
    env,
    cwd: (script && env.INIT_CWD) || process.cwd(),
    project: env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd(),
    stdout: (line) => stdout.write(`${line}\n`),
    stderr: (line) => stderr.write(`${line}\n`),
    flushed: async () => {
      if (stdout.writableNeedDrain) await once(stdout, "drain");
    },
    ...(stderr.isTTY && { progress: (line) => stderr.write(`\r\u001b[K${line}`) }),
    ...(terminal && { terminal }),
  };
}

/** A path as the user would write it: relative where that is shorter than going up. */
export function shown(path: string, { cwd }: Io): string {
  const short = relative(cwd, path);
  return short === "" ? "." : short.startsWith("..") || isAbsolute(short) ? path : short;
}

/** Where environment files are looked for: in ENVIRONMENTS_DIR, or in environments/ of the project. */
export function placesOf(io: Io): Places {
  const folder = resolve(io.cwd, io.env.ENVIRONMENTS_DIR || join(io.project, "environments"));
  return { cwd: io.cwd, folder, shown: (path) => shown(path, io) };
}
