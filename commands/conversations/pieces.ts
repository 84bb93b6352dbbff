import { readdirSync } from "node:fs";
import { join } from "node:path";
import { piecesQuery, quoted, quotedPath } from "../../sql/duckdb";
import type { Io } from "../io";
import { megabytes, Progress } from "../progress";
import type { Database } from "./duckdb";
import type { Prepared } from "./lines";

/** The parts that pieces are told apart in, by their conversation: those of sql/pieces.duckdb.sql. */
export const BUCKETS = 64;
/** The buckets of a folder, as many files are slow to write side by side. */
const PER_FOLDER = 4;
/** The bytes of files whose pieces fit in memory; those of others go to files first. */
const FEW_BYTES = 16_000_000;
const LOOK_MILLISECONDS = 100;

/** Returns the condition for the pieces of some buckets, by which no other folder is read. */
export function within(first: number, end: number): string {
  const [one, last] = [first, end - 1].map((bucket) => Math.floor(bucket / PER_FOLDER));
  return `part BETWEEN ${one} AND ${last} AND bucket >= ${first} AND bucket < ${end}`;
}

/** Reads files as the table `all_pieces`: all of them, or those of one conversation. */
export async function readPieces(
  prepared: Prepared,
  conversation: string | undefined,
  workshop: string,
  database: Database,
  io: Io,
): Promise<void> {
  const { lines, bytes } = prepared;
  const only =
    conversation === undefined ? "" : `WHERE faulty IS NOT NULL OR conversation_id = ${quoted(conversation)}`;
  const query = `SELECT *, bucket // ${PER_FOLDER} AS part FROM (${piecesQuery(lines)}) AS pieces ${only}`;
  const read = bytes > FEW_BYTES && conversation === undefined ? keepOnDisk : keepInMemory;
  const progress = new Progress({ total: bytes, done: (amount) => `${megabytes(amount)} read` }, io);
  let seen = 0;
  const watch = setInterval(() => {
    const now = Math.max(seen, database.done * bytes);
    progress.add(now - seen);
    seen = now;
  }, LOOK_MILLISECONDS);
  try {
    await read(query, workshop, database);
  } finally {
    clearInterval(watch);
    progress.end();
  }
}

async function keepInMemory(query: string, _: string, database: Database): Promise<void> {
  await database.run(`CREATE TABLE all_pieces AS ${query}`);
}

/** A table that is spilled would be read as a whole for each part of it. */
async function keepOnDisk(query: string, workshop: string, database: Database): Promise<void> {
  const folder = join(workshop, "pieces");
  // Rows are held back until there are so many, for all folders together.
  await database.run("SET partitioned_write_flush_threshold = 65536");
  await database.run(
    `COPY (${query}) TO ${quoted(folder)} (FORMAT parquet, COMPRESSION lz4_raw, ROW_GROUP_SIZE 65536, PARTITION_BY (part))`,
  );
  if (readdirSync(folder).length === 0) return keepInMemory(`${query} LIMIT 0`, workshop, database);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".parquet"));
  const paths = files.map((name) => quotedPath(join(folder, name)));
  await database.run(
    `CREATE VIEW all_pieces AS SELECT * FROM read_parquet([${paths.join(", ")}], hive_partitioning = true)`,
  );
}
