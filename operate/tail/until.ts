import { EVENT_PATTERN_QUOTA } from "../../aws/limits";
import { topLevelNames } from "../../config/pattern";
import { isMap } from "../../text/value";

/**
 * Returns an event pattern that takes no event from a moment on, so that a rule that nobody takes away ends by itself. Patterns compare no
 * times: the beginnings of all later ones are left out. Where the whole is too long with the minute, it ends with the hour or the day;
 * where the pattern itself asks for `time`, it stays as it is.
 *
 * @param written an event pattern, as JSON
 */
export function endingAt(written: string, end: Date): string {
  const pattern: unknown = JSON.parse(written);
  if (!isMap(pattern) || topLevelNames(pattern).includes("time")) return written;
  const limited = PRECISIONS.map((length) =>
    JSON.stringify({ ...pattern, time: [{ "anything-but": { prefix: laterThan(end, length) } }] }),
  );
  return limited.find(({ length }) => length <= EVENT_PATTERN_QUOTA) ?? written;
}

/** The lengths of `2026-11-28T08:40`, of its hour and of its day. */
const PRECISIONS = [16, 13, 10];
/** The decade is the first digit that counts. */
const DECADE = 2;

/** Returns the beginnings of every time that is not before a moment, taken down to a minute, an hour or a day. */
function laterThan(end: Date, length: number): string[] {
  const unit = { 16: 60_000, 13: 3_600_000 }[length] ?? 86_400_000;
  const first = new Date(Math.ceil(end.getTime() / unit) * unit).toISOString().slice(0, length);
  const later = [...first].flatMap((sign, at) => {
    if (at < DECADE || !/\d/.test(sign)) return [];
    const highest = at === DECADE ? Number(sign) + 1 : (HIGHEST[at] ?? 9);
    return digits(Number(sign) + 1, highest).map((digit) => `${first.slice(0, at)}${digit}`);
  });
  return [...later, first];
}

/** The highest digits of what has tens: months, days, hours and minutes, by their places. */
const HIGHEST: Readonly<Record<number, number>> = { 5: 1, 8: 3, 11: 2, 14: 5 };

const digits = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
