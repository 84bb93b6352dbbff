import { conversationsQuery, eventsQuery, piecesQuery } from "../../sql/duckdb";
import { plural } from "../../text/words";
import type { Io } from "../io";
import { megabytes, Progress } from "../progress";
import type { Database } from "./duckdb";
import type { Prepared } from "./lines";

/** The pieces that are made into rows at a time, so that memory does not grow with their number. */
const PIECES_AT_A_TIME = 1_000_000;
/** The parts that pieces are kept in, by their conversation: those of sql/pieces.duckdb.sql. */
const BUCKETS = 64;
/** The number of files that are told one by one. */
const TOLD = 10;
const LOOK_MILLISECONDS = 100;

/** Reads files into the table `pieces`: all of them, or those of one conversation. */
export async function readPieces(
  prepared: Prepared,
  conversation: string | undefined,
  database: Database,
  io: Io,
): Promise<void> {
  const { lines, bytes } = prepared;
  const progress = new Progress({ total: bytes, done: (amount) => `${megabytes(amount)} read` }, io);
  let shownBytes = 0;
  const watch = setInterval(() => {
    const now = database.done * bytes;
    progress.add(Math.max(0, now - shownBytes));
    shownBytes = Math.max(now, shownBytes);
  }, LOOK_MILLISECONDS);
  try {
    const only = conversation === undefined ? "" : "WHERE faulty IS NOT NULL OR conversation_id = $1";
    const values = conversation === undefined ? undefined : [conversation];
    await database.run(`CREATE TABLE all_pieces AS SELECT * FROM (${piecesQuery(lines)}) AS pieces ${only}`, values);
  } finally {
    clearInterval(watch);
    progress.end();
  }
}

/** Makes the table `conversations` of the pieces, and returns the number of its rows. */
export async function makeConversations(database: Database, asOf: Date, io: Io): Promise<number> {
  const pieces = await countOf("all_pieces", database);
  const steps = Math.min(BUCKETS, Math.max(1, Math.ceil(pieces / PIECES_AT_A_TIME)));
  const progress = new Progress(
    { total: steps, done: (done) => `${done} of ${plural(steps, "step")} of making rows` },
    io,
  );
  const bound = (step: number) => Math.floor((step * BUCKETS) / steps);
  for (let step = 0; step < steps; step++) {
    const within = `bucket >= ${bound(step)} AND bucket < ${bound(step + 1)}`;
    await database.run(`CREATE OR REPLACE TEMP VIEW pieces AS SELECT * FROM all_pieces WHERE ${within}`);
    await database.run(`CREATE OR REPLACE TEMP VIEW events AS ${eventsQuery(asOf)}`);
    await database.run(
      `${step === 0 ? "CREATE TABLE conversations AS" : "INSERT INTO conversations"} ${conversationsQuery}`,
    );
    progress.add(1);
  }
  progress.end();
  return countOf("conversations", database);
}

/** Says which files hold lines that are no events, and returns their number. */
export async function sayFaults({ name }: Prepared, database: Database, io: Io): Promise<number> {
  const faults = await database.rows(
    "SELECT faulty AS file, count(*) AS lines FROM all_pieces WHERE faulty IS NOT NULL GROUP BY faulty ORDER BY faulty",
  );
  const told = faults.slice(0, TOLD);
  for (const { file, lines } of told)
    io.stderr(
      `${name(String(file))}: ${plural(Number(lines), "line")} that ${Number(lines) === 1 ? "is" : "are"} no event`,
    );
  if (faults.length > told.length) io.stderr(`and in ${plural(faults.length - told.length, "more file")}`);
  return faults.length;
}

async function countOf(table: string, database: Database): Promise<number> {
  const [row] = await database.rows(`SELECT count(*) AS rows FROM ${table}`);
  return Number(row?.rows);
}
