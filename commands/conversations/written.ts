import { quoted } from "../../sql/duckdb";
import type { Column } from "./columns";
import type { Written } from "./redact";

/** The zone of times that nothing else is said of. */
export const UTC = "UTC";

/** Returns a time as text: ISO 8601 with milliseconds, in a zone with its offset then. */
export function timeText(name: string, zone: string): string {
  const local = zone === UTC ? name : `timezone(${quoted(zone)}, timezone('UTC', ${name}))`;
  const minutes = `date_diff('minute', ${name}, ${local})`;
  const sign = `CASE WHEN ${minutes} < 0 THEN '-' ELSE '+' END`;
  const offset = `${sign} || lpad(CAST(abs(${minutes}) // 60 AS varchar), 2, '0') || ':' || lpad(CAST(abs(${minutes}) % 60 AS varchar), 2, '0')`;
  return `strftime(${local}, '%Y-%m-%dT%H:%M:%S.%g') || ${zone === UTC ? "'Z'" : offset}`;
}

/** Returns the columns as text formats have them. */
export function textColumns(
  columns: readonly Column[],
  written: Written,
  zone: string,
  lists: "json" | "native",
): string {
  return columns
    .map((column) => {
      if (column.kind === "time") return `${timeText(column.name, zone)} AS ${column.name}`;
      if (column.kind === "list" && lists === "json") return `array_to_string(${column.name}, ' ') AS ${column.name}`;
      return written(column);
    })
    .join(", ");
}

/** Returns the columns as Parquet has them: times are moments. */
export function parquetColumns(columns: readonly Column[], written: Written): string {
  return columns
    .map((column) => (column.kind === "time" ? `timezone('UTC', ${column.name}) AS ${column.name}` : written(column)))
    .join(", ");
}
