import { printable } from "../text/issue";
import type { Io } from "./io";

/** The exit code of whoever pressed Ctrl-C, as shells have it: 128 and the signal's number. */
export const INTERRUPTED = 130;

/**
 * Asks whether something outside may be changed. Without a terminal nobody can say so but by `--yes`.
 *
 * @param yes whether `--yes` was given
 * @returns undefined where it may; else the exit code, and what was not done has been said
 */
export async function unconfirmed(question: string, yes: boolean, io: Io): Promise<number | undefined> {
  if (yes) return undefined;
  if (io.asking === undefined) {
    io.stderr("nothing was changed: without a terminal, --yes says that it may be done (--help tells more)");
    return 2;
  }
  const clack = await import("@clack/prompts");
  const answer = await clack.confirm({ ...io.asking, message: printable(question), initialValue: false });
  if (answer === true) return undefined;
  io.stderr("nothing was changed");
  return clack.isCancel(answer) ? INTERRUPTED : 0;
}
