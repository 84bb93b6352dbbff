import type { Span } from "../aws/metric-values";

const DAY_SECONDS = 86_400;
/** The days that CloudWatch keeps figures by the hour (user guide, "Metrics retention", 2026-11). */
const KEPT_DAYS = 455;

/** A month in UTC, as AWS's bills have it. */
export interface Month {
  readonly from: Date;
  /** The first moment of the next one. */
  readonly to: Date;
}

/**
 * Reads a month.
 *
 * @returns the month; or what is wrong, to stand behind the option and its value
 */
export function monthIn(text: string, now: Date): Month | string {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return "is no month; write YYYY-MM, such as 2026-11";
  const at = (later: number) => new Date(Date.UTC(Number(year), Number(month) - 1 + later));
  if (at(0) > now) return "has not begun yet";
  return { from: at(0), to: at(1) };
}

export function monthOf(now: Date): string {
  return now.toISOString().slice(0, 7);
}

/** Returns what is asked of CloudWatch for a month, by days of UTC; undefined where it no longer has all of them. */
export function spanOf({ from, to }: Month, now: Date): Span | undefined {
  if (now.getTime() - from.getTime() > KEPT_DAYS * DAY_SECONDS * 1000) return undefined;
  return { from, to: to < now ? to : now, seconds: DAY_SECONDS };
}
