import { lstatSync, renameSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { FilesProblem, systemCode } from "../../files/files-problem";
import { quoted } from "../../sql/duckdb";
import { type Io, shown } from "../io";
import { linesOf } from "../lines";
import { columns } from "./columns";
import type { Database } from "./duckdb";
import type { Format } from "./options";
import type { Written } from "./redact";
import { parquetColumns, textColumns } from "./written";

/** How rows are asked for. */
export interface Wanted {
  readonly format: Exclude<Format, "table">;
  readonly written: Written;
  readonly zone: string;
}

const FROM = "FROM conversations AS c ORDER BY c.began NULLS LAST, c.conversation_id";

/** Writes the rows into a file of the workshop, and moves it to where it is wanted, or prints it. */
export async function writeRows(
  wanted: Wanted,
  out: string | undefined,
  workshop: string,
  database: Database,
  signal: AbortSignal,
  io: Io,
): Promise<void> {
  const draft = join(workshop, basename(out ?? "rows"));
  await database.run(`COPY (${selectionOf(wanted)}) TO ${quoted(draft)} (${KINDS[wanted.format]})`);
  if (out !== undefined) return moveTo(out, draft, io);
  for await (const line of linesOf(draft, "the rows")) {
    io.stdout(line.replace(/\r$/, ""));
    await io.flushed();
    signal.throwIfAborted();
  }
}

const KINDS = { csv: "FORMAT csv, HEADER", json: "FORMAT json", parquet: "FORMAT parquet, COMPRESSION zstd" };

/** Returns the query for rows as a format has them. */
export function selectionOf({ format, written, zone }: Wanted): string {
  if (format === "parquet") return `SELECT ${parquetColumns(columns, written)} ${FROM}`;
  if (format === "csv") return `SELECT ${textColumns(columns, written, zone, "json")} ${FROM}`;
  // So that attributes are an object there, if they are one.
  return `SELECT * REPLACE (coalesce(TRY_CAST(attributes AS json), to_json(attributes)) AS attributes) FROM (SELECT ${textColumns(columns, written, zone, "native")} ${FROM})`;
}

/** Puts a finished file in its place. */
export function moveTo(out: string, draft: string, io: Io): void {
  const path = resolve(io.cwd, out);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isFile())
    throw new FilesProblem(`${shown(path, io)} is no file; --out does not write there`);
  try {
    renameSync(draft, path);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new FilesProblem(`${shown(path, io)} cannot be written (${code})`);
  }
}
