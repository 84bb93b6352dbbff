import { conversationsQuery, eventsQuery } from "../../sql/duckdb";
import { plural } from "../../text/words";
import type { Io } from "../io";
import { Progress } from "../progress";
import type { Database } from "./duckdb";
import type { Prepared } from "./lines";
import type { Steps } from "./pieces";

/** The number of files that are told one by one. */
const TOLD = 10;

/** Makes the table `conversations` of the pieces, and returns the number of its rows. */
export async function makeConversations(steps: Steps, database: Database, asOf: Date, io: Io): Promise<number> {
  const progress = new Progress(
    { total: steps.length, done: (done) => `${done} of ${plural(steps.length, "step")} of making rows` },
    io,
  );
  const viewed = async (one: Database, own: string) => {
    await one.run(`CREATE OR REPLACE TEMP VIEW pieces AS SELECT * FROM all_pieces WHERE ${own}`);
    await one.run(`CREATE OR REPLACE TEMP VIEW events AS ${eventsQuery(asOf)}`);
  };
  await viewed(database, "true");
  await database.run(`CREATE TABLE conversations AS ${conversationsQuery} LIMIT 0`);
  await database.sideBySide(steps, async (own, one) => {
    await viewed(one, own);
    await one.run(`INSERT INTO conversations ${conversationsQuery}`);
    progress.add(1);
  });
  progress.end();
  return database.countOf("conversations");
}

/** Says which files hold lines that are no events, and returns their number. */
export async function sayFaults({ name }: Prepared, database: Database, io: Io): Promise<number> {
  const faults = await database.rows(
    "SELECT said AS file, count(*) AS lines FROM all_pieces WHERE role = '(fault)' GROUP BY said ORDER BY said",
  );
  const told = faults.slice(0, TOLD);
  for (const { file, lines } of told)
    io.stderr(
      `${name(String(file))}: ${plural(Number(lines), "line")} that ${Number(lines) === 1 ? "is" : "are"} no event`,
    );
  if (faults.length > told.length) io.stderr(`and in ${plural(faults.length - told.length, "more file")}`);
  return faults.length;
}
