type Env = Readonly<Record<string, string | undefined>>;

/** A stream of the process, as far as colours depend on it. */
interface Stream {
  readonly isTTY?: boolean;
  hasColors?(): boolean;
}

/**
 * Returns true if text on a stream is coloured: on a terminal that shows colours, unless NO_COLOR is set (no-color.org) or
 * TERM is dumb. FORCE_COLOR goes before all that, also for pipes, and switches colours off where it is 0 or false, as in Node.js.
 */
export function isColoured(stream: Stream, { FORCE_COLOR: forced, NO_COLOR: none, TERM: term }: Env): boolean {
  if (forced !== undefined) return !["0", "false"].includes(forced);
  if (none || term === "dumb" || stream.isTTY !== true) return false;
  return stream.hasColors?.() === true;
}

/** Returns true in a job of CI, where nobody looks on and lines are kept. */
export function isCi({ CI = "" }: Env): boolean {
  return !["", "0", "false"].includes(CI.toLowerCase());
}

/** Returns true if a line on a stream may be replaced by the next: on a terminal that moves its cursor, in no job of CI. */
export function mayReplaceLines({ isTTY }: Stream, env: Env): boolean {
  return isTTY === true && env.TERM !== "dumb" && !isCi(env);
}
