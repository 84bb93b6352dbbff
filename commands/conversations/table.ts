import { plural } from "../../text/words";
import type { Io } from "../io";
import { columns } from "./columns";
import type { Database, Row } from "./duckdb";
import type { Written } from "./redact";
import { textColumns } from "./written";

/** The number of rows that a person may still read. */
const MOST = 200;

/** The columns of the table with their heads, of which a number stands to the right. */
const SHOWN: readonly (readonly [name: string, head: string, right?: true])[] = [
  ["began", "began"],
  ["conversation_id", "conversation"],
  ["media_type", "media"],
  ["direction", "direction"],
  ["queues", "queues", true],
  ["agents", "agents", true],
  ["wait_seconds", "wait s", true],
  ["talk_seconds", "talk s", true],
  ["hold_seconds", "hold s", true],
  ["wrapup_seconds", "wrap-up s", true],
  ["transfers", "transfers", true],
  ["abandoned", "abandoned"],
  ["parts", "parts", true],
  ["complete", "complete"],
];

/** Prints the rows as a table of the columns that fit beside each other. */
export async function printTable(
  rows: number,
  written: Written,
  zone: string,
  database: Database,
  io: Io,
): Promise<void> {
  const own = columns.filter(({ name }) => SHOWN.some(([one]) => one === name));
  const found = await database.rows(
    `SELECT ${textColumns(own, written, zone, "json")} FROM conversations AS c ORDER BY c.began NULLS LAST, c.conversation_id LIMIT ${MOST}`,
  );
  const cells = [SHOWN.map(([, head]) => head), ...found.map(cellsOf)];
  const widths = SHOWN.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  for (const row of cells)
    io.stdout(
      row
        .map((cell, at) => (SHOWN[at]?.[2] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join("  ")
        .trimEnd(),
    );
  if (rows > MOST)
    io.stderr(`and ${plural(rows - MOST, "more conversation")}; --format csv, or --out FILE, has all, and all columns`);
}

function cellsOf(row: Row): string[] {
  return SHOWN.map(([name]) => {
    const value = row[name];
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return value ? "yes" : "no";
    return String(value);
  });
}
