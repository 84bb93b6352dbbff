import { readdirSync } from "node:fs";
import { join } from "node:path";
import { piecesQuery, quoted, quotedPath } from "../../sql/duckdb";
import type { Io } from "../io";
import { megabytes, Progress } from "../progress";
import type { Database } from "./duckdb";
import type { Prepared } from "./lines";

/** The parts that pieces are told apart in, by their conversation: those of sql/pieces.duckdb.sql. */
const BUCKETS = 64;
/** The buckets of a folder, as many files are slow to write side by side. */
const PER_FOLDER = 4;
/** The bytes of files whose pieces fit in memory; those of others go to files first. */
const FEW_BYTES = 16_000_000;
/** The pieces that are made into rows at a time, by all threads together, so that memory does not grow with their number. */
const PIECES_AT_A_TIME = 1_200_000;
const LOOK_MILLISECONDS = 100;

/** The conditions for the pieces that are made into rows at a time. */
export type Steps = readonly string[];

/**
 * Returns the conditions for the pieces of each folder; or for parts of it, where one has more pieces than so many.
 *
 * @param pieces the number of all pieces
 */
function stepsOf(pieces: number, most: number): Steps {
  const inFolder = [1, 2, PER_FOLDER].find((count) => pieces / (BUCKETS / PER_FOLDER) / count <= most) ?? PER_FOLDER;
  const size = PER_FOLDER / inFolder;
  return Array.from({ length: BUCKETS / size }, (_, step) => {
    const folder = `part = ${Math.floor((step * size) / PER_FOLDER)}`;
    return inFolder === 1 ? folder : `${folder} AND bucket // ${size} = ${step}`;
  });
}

/**
 * Reads files as the table `all_pieces`: all of them, or those of one conversation.
 *
 * @returns the steps in which they are made into rows
 */
export async function readPieces(
  prepared: Prepared,
  conversation: string | undefined,
  workshop: string,
  database: Database,
  io: Io,
): Promise<Steps> {
  const { lines, bytes } = prepared;
  const only = conversation === undefined ? "" : `WHERE role = '(fault)' OR conversation_id = ${quoted(conversation)}`;
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
    return await read(query, workshop, database);
  } finally {
    clearInterval(watch);
    progress.end();
  }
}

async function keepInMemory(query: string, _: string, database: Database): Promise<Steps> {
  await database.run(`CREATE TABLE all_pieces AS ${query}`);
  return ["true"];
}

/** A table that is spilled would be read as a whole for each part of it. */
async function keepOnDisk(query: string, workshop: string, database: Database): Promise<Steps> {
  const folder = join(workshop, "pieces");
  // Rows are held back until there are so many, for all folders together.
  await database.run("SET partitioned_write_flush_threshold = 65536");
  await database.run(
    `COPY (${query}) TO ${quoted(folder)} (FORMAT parquet, COMPRESSION uncompressed, ROW_GROUP_SIZE 65536, PARTITION_BY (part))`,
  );
  if (readdirSync(folder).length === 0) return keepInMemory(`${query} LIMIT 0`, workshop, database);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".parquet"));
  const paths = files.map((name) => quotedPath(join(folder, name)));
  await database.run(
    `CREATE VIEW all_pieces AS SELECT * FROM read_parquet([${paths.join(", ")}], hive_partitioning = true)`,
  );
  return stepsOf(await database.countOf("all_pieces"), PIECES_AT_A_TIME / database.threads);
}
