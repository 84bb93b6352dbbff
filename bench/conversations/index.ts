// `index.ts [EVENTS]`: how long `conversations` takes for so many events (a million by default) from GZIP to rows, beside DuckDB that merely reads and
// parses the same files, in the same run; and the memory that each needs.
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { eventsOf } from "../../consumers/made-up/conversation";
import { exampleOrigin } from "../../consumers/made-up/event";
import { organization } from "../../consumers/made-up/organization";
import { plan } from "../../consumers/made-up/plan";
import { random as seeded } from "../../consumers/made-up/random";
import { runWithMemory } from "../measure";
import { times } from "../table";

const PER_FILE = 50_000;
/** The conversations that are made; further files have the same ones under other ids, as making them takes longer than reading them. */
const MADE = 4000;
const project = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
const wanted = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "genesys-eventbridge-rows-"));
const say = (line: string) => process.stdout.write(`${line}\n`);

main()
  .catch((error) => {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }));

async function main(): Promise<void> {
  const count = await write();
  const run = runWithMemory(project);
  const parsed = run({ args: [join(project, "bench", "conversations", "parse.cjs"), folder], turns: 1 });
  const rows = run({
    args: [join(project, "bin", "genesys-eventbridge.cjs"), "conversations", folder, "--out", join(folder, "rows.csv")],
    turns: 1,
  });
  const cost = ({ milliseconds, megabytes }: typeof rows) =>
    `${(milliseconds / 1000).toFixed(1)} s, ${megabytes.toFixed(0)} MB`;
  say(`${count} events of conversations from GZIP: parsed by DuckDB in ${cost(parsed)}; rows in ${cost(rows)}`);
  say(`rows / parsed: ${times(rows, parsed)}   (aim: at most 3.00x, and 2000 MB)\n`);
}

async function write(): Promise<number> {
  const random = seeded(1);
  const own = organization(random);
  const world = { random, organization: own, origin: exampleOrigin(own.id) };
  const begin = Date.UTC(2026, 2, 2);
  const made = Array.from({ length: MADE }, (_, index) => eventsOf(plan(random, own, begin + index * 1000), world));
  const lines = made.flat().map((event) => `${JSON.stringify(event)}\n`);
  let count = 0;
  for (let file = 0; count < wanted; file++) {
    const mark = `"conversationId":"${file.toString(16).padStart(4, "0")}`;
    const own = lines.slice(0, Math.min(lines.length, PER_FILE, wanted - count));
    const text = own.map((line) => line.replace(/"conversationId":".{4}/, mark));
    await pipeline(Readable.from(text), createGzip({ level: 1 }), createWriteStream(join(folder, `${file}.ndjson.gz`)));
    count += own.length;
  }
  return count;
}
