/**
 * `node bin/run.cjs test/rehearsal/trino/index.ts [FOLDER]`: every query that a catalog saves on a real Trino, the engine of Athena, over
 * files as Firehose and backfill lay them; the rows of conversations are those that the program makes of the same files with DuckDB.
 *
 * FOLDER is a server as its tarball has it (bin/, lib/, plugin/). Without it Maven fetches one, 0.8 GB, which stays in node_modules/.cache. It
 * needs Java 24 or newer (JAVA_HOME, or any of /usr/lib/jvm), 2 GB of memory, and takes two minutes. Says so and passes where something is missing.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { gzipSync } from "node:zlib";
import { projectionOf } from "../../../aws/projection";
import { columns } from "../../../commands/conversations/columns";
import { eventsOf } from "../../../consumers/made-up/conversation";
import { exampleOrigin } from "../../../consumers/made-up/event";
import { organization } from "../../../consumers/made-up/organization";
import { plan } from "../../../consumers/made-up/plan";
import { random as seeded } from "../../../consumers/made-up/random";
import { queries, queryText } from "../../../destinations/parts/catalog/queries";
import { tables } from "../../../destinations/parts/catalog/tables";
import { filesOf } from "../../../operate/backfill/outputs/layout";
import type { Batch } from "../../../operate/backfill/outputs/output";
import { recordOf } from "../../support/fetched-record";
import { fetchedServer, javaHome, type Row, startTrino } from "./server";
import { LAKE, tableText } from "./tables";

const PLANS = 200;
const HOUR = 3_600_000;
const PREFIXES = ["", "calls/!{timestamp:yyyy-MM-dd}/"];
const LIST = "missed";

async function main(): Promise<void> {
  const java = javaHome();
  if (java === undefined) return console.log("no query was run: Trino wants Java 24 or newer");
  const server = process.argv[2] ?? fetchedServer();
  if (server === undefined) return;
  const work = mkdtempSync(join(tmpdir(), "trino-"));
  const trino = await startTrino(server, java, work);
  try {
    for (const prefix of PREFIXES) {
      rmSync(join(work, "files", LAKE), { recursive: true, force: true });
      writeLake(join(work, "files", LAKE), prefix);
      const projection = projectionOf(prefix);
      if (typeof projection === "string") throw new Error(projection);
      await trino.query("DROP SCHEMA IF EXISTS events CASCADE");
      await trino.query("CREATE SCHEMA events");
      for (const table of tables) await trino.query(tableText(table, projection));
      const found = new Map<string, Row[]>();
      for (const query of queries) found.set(query.id, await trino.query(queryText(query, projection)));
      console.log(`${prefix || "by the hour"}: ${[...found].map(([id, rows]) => `${rows.length} ${id}`).join(", ")}`);
      const empty = [...found].filter(([, rows]) => rows.length === 0).map(([id]) => id);
      if (empty.length > 0) throw new Error(`nothing was found by ${empty.join(", ")}`);
      compare(found.get("conversations") ?? [], rowsOfProgram(join(work, "files", LAKE)));
    }
  } finally {
    await trino.end();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Writes pieces in any order, some twice and some lost, and records of some conversations, of which one lost all pieces. */
function writeLake(lake: string, prefix: string): void {
  const random = seeded(11);
  const own = organization(random);
  const world = { random, organization: own, origin: exampleOrigin(own.id) };
  const now = Date.now();
  const began = now - 50 * HOUR;
  const plans = Array.from({ length: PLANS }, (_, index) => plan(random, own, began + index * 60_000, false));
  const events = plans.flatMap((one, index) => (index === 0 ? [] : eventsOf(one, world)));
  const kept = events.filter(() => !random.chance(0.05));
  const lines = random
    .sample([...kept, ...kept.filter(() => random.chance(0.1))], kept.length)
    .map((event) => JSON.stringify(event));
  const at = new Date(now).toISOString();
  const folder = prefix === "" ? at.slice(0, 13).replace(/[-T]/g, "/") : `calls/${at.slice(0, 10)}`;
  const gap = { from: at, to: at, reason: "dropped", topics: ["v2.users.{id}.presence"] };
  const told = { "detail-type": "bridge.gap", source: "notifications/e/x", time: at, detail: { eventBody: gap } };
  write(join(lake, folder, "lake-1.gz"), [...lines, JSON.stringify(told), "this is no JSON"]);
  const fetched = plans
    .filter((_, index) => index % 3 === 0)
    .flatMap((one, index) => {
      const { conversationEnd, ...open } = recordOf(one);
      const whole = record(recordOf(one), iso(began), iso(began));
      // An earlier record of the same conversation, which had no end yet.
      return index % 2 === 0 ? [whole] : [whole, record(open, iso(began), iso(began))];
    });
  // Of which hardly anything is what it should be, and which ends no query.
  for (const odd of [
    { conversationId: "odd", conversationStart: "yesterday", participants: "none" },
    {
      conversationId: "odd-below",
      participants: [{ purpose: "customer", sessions: [{ ani: 1, segments: "none" }] }, 7],
    },
  ])
    fetched.push(record(odd, iso(began), iso(began)));
  for (const { path, bytes } of filesOf({ name: LIST, events: fetched as unknown as Batch["events"] })) {
    mkdirSync(dirname(join(lake, "backfill", path)), { recursive: true });
    writeFileSync(join(lake, "backfill", path), bytes);
  }
}

const iso = (at: number) => new Date(at).toISOString();

function record(eventBody: object, time: string, id: string) {
  const detail = {
    topicName: "v2.analytics.conversations.details",
    version: "2",
    eventBody,
    metadata: { backfill: true },
  };
  return {
    version: "0",
    id,
    "detail-type": "v2.analytics.conversations.{id}.details",
    source: "s",
    account: "1",
    time,
    region: "r",
    detail,
  };
}

function write(path: string, lines: readonly string[]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, gzipSync(`${lines.join("\n")}\n`));
}

/** Returns the rows that the program makes; a line that is no JSON ends it with 1, and changes none. */
function rowsOfProgram(folder: string): Row[] {
  const out = join(dirname(folder), "rows.json");
  try {
    execFileSync(process.execPath, ["bin/genesys-eventbridge.cjs", "conversations", folder, "--out", out], {
      stdio: "pipe",
    });
  } catch (error) {
    if (!String(error).includes("1 line that is no event")) throw error;
  }
  return readFileSync(out, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function compare(found: readonly Row[], expected: readonly Row[]): void {
  const rows = new Map(found.map((row) => [row.conversation_id, row]));
  for (const row of expected) {
    const other = rows.get(row.conversation_id) ?? {};
    for (const { name, kind } of columns) {
      const [one, two] = [row[name] ?? null, normal(other[name] ?? null, name, kind)];
      if (!isDeepStrictEqual(one, two))
        throw new Error(
          `${name} of ${row.conversation_id}: ${JSON.stringify(one)} here, ${JSON.stringify(two)} by Trino`,
        );
    }
  }
  if (rows.size !== expected.length) throw new Error(`${expected.length} rows here, ${rows.size} by Trino`);
  const origins = ["stream", "backfill"].map(
    (origin) => `${expected.filter((row) => row.origin === origin).length} ${origin}`,
  );
  console.log(`${rows.size} rows of conversations are the same on both (${origins.join(", ")})`);
}

function normal(value: unknown, name: string, kind: string): unknown {
  if (typeof value !== "string") return value;
  if (name === "attributes") return JSON.parse(value);
  return kind === "time" ? `${value.replace(" ", "T")}Z` : value;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
