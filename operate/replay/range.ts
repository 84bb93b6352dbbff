import { ARCHIVE_DELAY_MINUTES, REPLAY_STEP_SECONDS } from "../../aws/limits";

/** The time of events: from the first moment, to before the last. AWS knows whole seconds. */
export interface Range {
  readonly from: Date;
  readonly to: Date;
}

const SECOND = 1000;

/** Returns a range of whole seconds that leaves nothing of this one out. */
export function wholeSeconds({ from, to }: Range): Range {
  return {
    from: new Date(Math.floor(from.getTime() / SECOND) * SECOND),
    to: new Date(Math.ceil(to.getTime() / SECOND) * SECOND),
  };
}

/** Returns the last moment whose events are in the archive for certain. */
export function surelyArchived(now: Date): Date {
  return new Date(Math.floor(now.getTime() / SECOND) * SECOND - ARCHIVE_DELAY_MINUTES * 60 * SECOND);
}

/** Returns the beginning of a replay's step: what is in a step comes in no order, so that one that was begun may lack any of it. */
export function stepOf(moment: Date): Date {
  const step = REPLAY_STEP_SECONDS * SECOND;
  return new Date(Math.floor(moment.getTime() / step) * step);
}

/** Returns the part that two ranges have in common; undefined where they have none. */
export function common(one: Range, other: Range): Range | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from < to ? { from, to } : undefined;
}
