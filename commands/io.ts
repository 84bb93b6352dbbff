import { once } from "node:events";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { Places } from "../config/files";
import { type Printing, printing } from "./printing";
import { isCi, isColoured, mayReplaceLines } from "./terminal";

/** The process as a command sees it, so that tests can run one without it. */
export interface Io extends Printing {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder in which the command was started; relative paths begin here. */
  readonly cwd: string;
  /** The folder of cdktf.json. */
  readonly project: string;
  /** Waits until stdout has taken what was written, so that memory does not grow where its reader is slow. */
  readonly flushed: () => Promise<void>;
  /** Takes what must be put in order before the program ends because its output is closed. */
  readonly beforeStop?: (tidy: () => Promise<void>) => void;
  /** Where stdout is a terminal: its width in characters. */
  readonly terminal?: { readonly columns: number };
  /** Where somebody can be asked: the terminal's two ways. Questions go to stderr, lest they mix with what was asked for. */
  readonly asking?: { readonly input: Readable; readonly output: Writable };
}

/** npm moves to the project's folder before it runs a script, and keeps in INIT_CWD where the user was. */
export function processIo(scripts: readonly string[]): Io {
  const { env, stdout, stderr } = process;
  let tidy: (() => Promise<void>) | undefined;
  let isStopping = false;
  for (const stream of [stdout, stderr])
    stream.on("error", (error) => {
      if (tidy === undefined) stop(error, stream);
      // Whatever is written meanwhile fails, too.
      if (!isStopping) void tidy().finally(() => stop(error, stream));
      isStopping = true;
    });
  const script = scripts.includes(env.npm_lifecycle_event ?? "");
  const colours = { stdout: isColoured(stdout, env), stderr: isColoured(stderr, env) };
  const terminal = stdout.isTTY ? { columns: stdout.columns || 80 } : undefined;
  return {
    env,
    cwd: (script && env.INIT_CWD) || process.cwd(),
    project: env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd(),
    ...printing({
      stdout: (text) => stdout.write(text),
      stderr: (text) => stderr.write(text),
      progress: mayReplaceLines(stderr, env) ? (text) => stderr.write(`\r\u001b[K${text}`) : undefined,
      // To the upper left corner, and everything from there on away; what scrolled out of sight stays.
      clear: mayReplaceLines(stdout, env) ? () => stdout.write("\u001b[H\u001b[J") : undefined,
      colours,
    }),
    flushed: async () => {
      if (stdout.writableNeedDrain) await once(stdout, "drain");
    },
    beforeStop: (work) => {
      tidy = work;
    },
    ...(terminal && { terminal }),
    ...(isAsked(env) && { asking: { input: process.stdin, output: stderr } }),
  };
}

/** Nobody answers a job of CI, even where it has a terminal. */
function isAsked(env: NodeJS.ProcessEnv): boolean {
  // The standard input last, as Node.js opens it for who looks.
  return !isCi(env) && env.TERM !== "dumb" && process.stderr.isTTY && process.stdin.isTTY;
}

/**
 * Ends the program, as going on would be work for nobody, hours of it for a large archive. Whoever reads may stop early, as
 * head does; a disk may be full.
 */
function stop({ code, message }: NodeJS.ErrnoException, stream: NodeJS.WriteStream): never {
  if (code === "EPIPE") process.exit();
  if (stream === process.stdout) process.stderr.write(`the output cannot be written (${code ?? message})\n`);
  process.exit(1);
}

/** A path as the user would write it: relative where that is shorter than going up. */
export function shown(path: string, { cwd }: Io): string {
  const short = relative(cwd, path);
  return short === "" ? "." : short.startsWith("..") || isAbsolute(short) ? path : short;
}

/** Returns where environment files are looked for: in ENVIRONMENTS_DIR, or in environments/ of the project. */
export function placesOf(io: Io): Places {
  const folder = resolve(io.cwd, io.env.ENVIRONMENTS_DIR || join(io.project, "environments"));
  return { cwd: io.cwd, folder, shown: (path) => shown(path, io) };
}
