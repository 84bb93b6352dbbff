import { conversationsQuery, eventsQuery } from "../../sql/duckdb";
import { plural } from "../../text/words";
import type { Io } from "../io";
import { Progress } from "../progress";
import type { Database } from "./duckdb";
import type { Prepared } from "./lines";
import { BUCKETS, within } from "./pieces";

/** The pieces that are made into rows at a time, so that memory does not grow with their number. */
const PIECES_AT_A_TIME = 1_000_000;
/** The number of files that are told one by one. */
const TOLD = 10;

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
    const own = within(bound(step), bound(step + 1));
    await database.run(`CREATE OR REPLACE TEMP VIEW pieces AS SELECT * EXCLUDE (part) FROM all_pieces WHERE ${own}`);
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
