import type { DuckDBConnection } from "@duckdb/node-api";

/** A piece of a conversation, as the view `events` has it; what is left out is null. */
export type Piece = Readonly<Record<string, string | number | null>>;

const COLUMNS: Readonly<Record<string, string>> = {
  conversation_id: "VARCHAR",
  version: "BIGINT",
  role: "VARCHAR",
  phase: "VARCHAR",
  stay_id: "VARCHAR",
  event_at: "TIMESTAMP",
  media_type: "VARCHAR",
  queue_id: "VARCHAR",
  user_id: "VARCHAR",
  disconnect_type: "VARCHAR",
  outcome: "VARCHAR",
  wrapup_ms: "BIGINT",
  wait_ms: "BIGINT",
  talk_ms: "BIGINT",
  hold_ms: "BIGINT",
};

/** Returns a database in memory; undefined where DuckDB is not installed, which has been said. */
export async function duckdb(): Promise<DuckDBConnection | undefined> {
  try {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    return await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  } catch (error) {
    console.warn(`no query was run: @duckdb/node-api cannot be loaded here (${String(error).split("\n")[0]})`);
    return undefined;
  }
}

/** Runs a query over a view with these rows, and returns what it finds, times and counts as text and numbers. */
export async function found(
  db: DuckDBConnection,
  query: string,
  view: string,
  rows: readonly Piece[],
  types = COLUMNS,
) {
  const value = (of: Piece, name: string, type: string) =>
    of[name] === undefined || of[name] === null ? `CAST(NULL AS ${type})` : `CAST('${of[name]}' AS ${type})`;
  const values = rows.map(
    (row) =>
      `(${Object.entries(types)
        .map(([name, type]) => value(row, name, type))
        .join(", ")})`,
  );
  await db.run(
    `CREATE OR REPLACE TABLE ${view} (${Object.entries(types)
      .map((column) => column.join(" "))
      .join(", ")})`,
  );
  if (values.length > 0) await db.run(`INSERT INTO ${view} VALUES ${values.join(", ")}`);
  return (await db.runAndReadAll(query))
    .getRowObjectsJson()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, one]) => [
          name,
          typeof one === "string" && /^-?\d+$/.test(one) ? Number(one) : one,
        ]),
      ),
    );
}
