/** The places of a bucket's files by the time at which they were written, in Athena's words for partition projection. */
export interface Projection {
  /** The text of each file's name before the time, and behind it. */
  readonly before: string;
  readonly after: string;
  /** The time between them, as Java's DateTimeFormatter writes it. Its texts sort as the times do. */
  readonly format: string;
  readonly unit: "YEARS" | "MONTHS" | "DAYS" | "HOURS";
}

/** The letters of a time from the longest unit to the shortest, which Firehose fills in by UTC. */
const UNITS = [
  ["yyyy", "YEARS"],
  ["MM", "MONTHS"],
  ["dd", "DAYS"],
  ["HH", "HOURS"],
] as const;
/** Firehose puts this behind a prefix without expressions (developer guide, "Custom prefixes for Amazon S3 objects", 2026-11). */
const BEHIND_PLAIN = "!{timestamp:yyyy/MM/dd/HH}/";

/** Returns where Athena finds the files that Firehose writes under a prefix, or why it cannot. */
export function projectionOf(prefix: string): Projection | string {
  const parts = (prefix.includes("!{") ? prefix : `${prefix}${BEHIND_PLAIN}`).split(/(!\{[^}]*\})/);
  const times = parts.filter((_, index) => index % 2 === 1);
  const other = times.find((expression) => !expression.startsWith("!{timestamp:"));
  if (other !== undefined) return `has ${other}, which no query can know beforehand`;
  const [before = "", after = ""] = [parts[0], parts.at(-1)];
  const format = parts
    .slice(1, -1)
    .map((part, index) => (index % 2 === 0 ? part.slice("!{timestamp:".length, -1) : literal(part)))
    .join("");
  const letters = format.replace(/'[^']*'/g, " ").match(/([A-Za-z])\1*/g) ?? [];
  const unit = UNITS[letters.length - 1]?.[1];
  if (unit === undefined || letters.some((run, index) => run !== UNITS[index]?.[0]))
    return `has the time ${format}, and partitions are found by yyyy, MM, dd and HH, each once and in this order`;
  if (format.includes(",")) return "has a comma in its time, which separates the ends of Athena's range";
  if (!after.endsWith("/")) return "does not end in /, so that its files lie in no folder of their own";
  return { before, after, format, unit };
}

const literal = (text: string) => (/[A-Za-z']/.test(text) ? `'${text.replaceAll("'", "''")}'` : text);

/** Returns the first moment of a year as a format writes it. */
export function firstOf(year: number, format: string): string {
  return format.replace(/'([^']*)'|yyyy|MM|dd|HH/g, (run, text?: string) => {
    if (text !== undefined) return text;
    return run === "yyyy" ? `${year}` : run === "HH" ? "00" : "01";
  });
}
