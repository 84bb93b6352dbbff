const MILLISECONDS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};
const DURATION = /^(?:\d{1,6}[smhdw])+$/;
const ISO =
  /^(?<day>\d{4}-\d\d-\d\d)(?:[T ](?<time>\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/**
 * Reads a length of time such as `30m`, `2h`, `3d` or `1h30m`.
 *
 * @returns milliseconds, more than none; or what is wrong, to stand behind the option and its value
 */
export function durationIn(text: string): number | string {
  const length = milliseconds(text.trim());
  if (length === undefined) {
    const unit = /^\d+$/.test(text.trim()) ? "has no unit" : "is no length of time";
    return `${unit}; write 90s, 30m, 2h, 3d or 1h30m`;
  }
  return length > 0 ? length : "is no time at all; write 90s, 30m, 2h or 3d";
}

/**
 * Reads a moment: ISO 8601 with its zone, `now`, or how long ago it was, such as `2h`. A time without a zone would be another one on
 * a colleague's machine, and in CI.
 *
 * @returns the moment; or what is wrong, to stand behind the option and its value
 */
export function timeIn(text: string, now: Date): Date | string {
  const word = text.trim();
  if (/^now$/i.test(word)) return now;
  const ago = milliseconds(word.replace(/\s*ago$/, ""));
  if (ago !== undefined) return new Date(now.getTime() - ago);
  const { day, time = "00:00:00", zone } = ISO.exec(word)?.groups ?? {};
  if (day === undefined) return `is no time; ${FORMS}`;
  if (!isDay(day)) return "is no day of the calendar";
  if (zone === undefined)
    return `names no zone; write ${day}T${time}Z for UTC, or ${day}T${time}${offset(now)} with your own zone`;
  const moment = new Date(`${day}T${time.replace(",", ".")}${colon(zone)}`);
  return Number.isNaN(moment.getTime()) ? "is no time of a day" : moment;
}

/** Returns a moment as AWS and its console have it, in UTC, without what is no part of it. */
export function timeText(moment: Date): string {
  return moment.toISOString().replace(/\.000Z$/, "Z");
}

/** Returns a length of time in its two largest units, such as `2 h 5 min`. */
export function durationText(length: number): string {
  const parts = UNITS.map(([unit, size], index) => {
    const above = UNITS[index - 1]?.[1] ?? Infinity;
    return [Math.floor((Math.round(length / 1000) % above) / size), unit] as const;
  });
  const first = parts.findIndex(([amount]) => amount > 0);
  if (first === -1) return "0 s";
  const shown = parts.slice(first, first + 2).filter(([amount]) => amount > 0);
  return shown.map(([amount, unit]) => `${amount} ${unit}`).join(" ");
}

/** Units with their seconds. */
const UNITS: readonly (readonly [unit: string, seconds: number])[] = [
  ["d", 86_400],
  ["h", 3600],
  ["min", 60],
  ["s", 1],
];

const FORMS = "write 2026-11-28T08:00:00Z, 2026-11-28T09:00:00+01:00, or how long ago it was, such as 30m, 2h or 3d";

function milliseconds(word: string): number | undefined {
  if (!DURATION.test(word)) return undefined;
  let length = 0;
  for (const [, amount = "", unit = ""] of word.matchAll(/(\d+)([smhdw])/g))
    length += Number(amount) * (MILLISECONDS[unit] ?? 0);
  return length;
}

/** JavaScript takes the 30th of February for the second of March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const colon = (zone: string) => zone.toUpperCase().replace(/^([+-]\d\d):?(\d\d)?$/, (_, h, m = "00") => `${h}:${m}`);

/** Returns the zone of this machine, as ISO 8601 has it. */
function offset(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const two = (amount: number) => String(Math.floor(amount)).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}
