/** Seconds of each unit of time. A month and a year as retention periods count them. */
const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 30 * 86_400,
  year: 365 * 86_400,
};
const SHORT: Readonly<Record<string, string>> = { s: "second", sec: "second", min: "minute", m: "minute", h: "hour" };
const SHORTER: Readonly<Record<string, string>> = {
  hr: "hour",
  d: "day",
  w: "week",
  mo: "month",
  y: "year",
  yr: "year",
};
const WRITTEN = /^\s*(-?\d[\d_,]*(?:\.\d+)?)\s*([a-z]*?)s?\s*$/i;
const UNIT_OF_KEY = /_(second|minute|hour|day)s$/;

/**
 * The number that was meant by text such as "7 days", "60s" or 1_000, in the unit that the key has in its name; undefined
 * where that cannot be told.
 */
export function quantity(text: string, key: string): number | undefined {
  const [, digits = "", unit = ""] = WRITTEN.exec(text) ?? [];
  const number = Number(digits.replace(/[_,]/g, ""));
  if (digits === "" || !Number.isFinite(number)) return undefined;
  if (unit === "") return /^\s*-?[\d_,.]+\s*s\s*$/i.test(text) ? inUnit(number, "second", key) : number;
  const word = unit.toLowerCase();
  return inUnit(number, SHORT[word] ?? SHORTER[word] ?? word, key);
}

function inUnit(number: number, unit: string, key: string): number | undefined {
  const from = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
  const to = SECONDS[UNIT_OF_KEY.exec(key)?.[1] ?? ""];
  if (from === undefined || to === undefined) return undefined;
  const converted = (number * from) / to;
  return Number.isInteger(converted) ? converted : undefined;
}
