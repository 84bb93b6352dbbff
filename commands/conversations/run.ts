import { tmpdir } from "node:os";
import { dirname, resolve } from "node:path";
import { readProblem } from "../../files/files-problem";
import { makeFolder } from "../../files/make-folder";
import { openWorkshop, type Workshop } from "../../files/workshop";
import { plural } from "../../text/words";
import { INTERRUPTED } from "../confirm";
import { interruptible } from "../interrupt";
import { type Io, shown } from "../io";
import { Database } from "./duckdb";
import { filesOf } from "./files";
import { linesOf } from "./lines";
import { formatOf, type Given } from "./options";
import { writeRows } from "./output";
import { readPieces } from "./pieces";
import { asItIs, KEY_VARIABLE, redacting } from "./redact";
import { makeConversations, sayFaults } from "./rows";
import { printTable } from "./table";
import { draw } from "./timeline/draw";
import { UTC } from "./written";

/** Makes rows of events, and writes them as they are asked for. What is no event is told and passed over. */
export async function makeRows(given: Given, io: Io): Promise<number> {
  const files = filesOf(given.positionals, io);
  const { out } = given.values;
  const workshop = workshopFor(out === undefined ? tmpdir() : dirname(resolve(io.cwd, out)), io);
  const insisted = () => {
    workshop.close();
    process.exit(INTERRUPTED);
  };
  return interruptible(io, (signal) => inDatabase(files, given, workshop.folder, signal, io), insisted).finally(
    workshop.close,
  );
}

/** What does not fit in memory, and the file to write until it is whole, lie in a folder of the run's own. */
function workshopFor(folder: string, io: Io): Workshop {
  try {
    makeFolder(folder);
    return openWorkshop(folder, "rows");
  } catch (error) {
    throw readProblem(error, shown(folder, io));
  }
}

async function inDatabase(
  files: readonly string[],
  given: Given,
  workshop: string,
  signal: AbortSignal,
  io: Io,
): Promise<number> {
  const database = await Database.open(workshop, io.cwd, given.values.redact === true);
  signal.addEventListener("abort", () => database.interrupt());
  try {
    return await work(files, given, workshop, database, signal, io);
  } catch (error) {
    if (!signal.aborted) throw error;
    io.stderr(given.values.out === undefined ? "interrupted" : "interrupted; nothing was written");
    return INTERRUPTED;
  } finally {
    database.close();
  }
}

async function work(
  files: readonly string[],
  given: Given,
  workshop: string,
  database: Database,
  signal: AbortSignal,
  io: Io,
): Promise<number> {
  const { conversation, out, zone = UTC } = given.values;
  const prepared = await linesOf(files, workshop, signal, io);
  const steps = await readPieces(prepared, conversation, workshop, database, io);
  const faults = await sayFaults(prepared, database, io);
  const rows = await makeConversations(steps, database, new Date(), io);
  if (rows === 0) {
    io.stderr(noneOf(conversation, files.length));
    return 1;
  }
  const written = given.values.redact ? await redacting(io.env[KEY_VARIABLE], database) : asItIs;
  const format = formatOf(given);
  if (conversation !== undefined) {
    await draw({ zone, written, json: format === "json", out }, workshop, database, io);
    return faults === 0 ? 0 : 1;
  }
  if (format === "table") await printTable(rows, written, zone, database, io);
  else await writeRows({ format, written, zone }, out, workshop, database, signal, io);
  if (out !== undefined) io.stderr(`${plural(rows, "conversation")} in ${out}`);
  return faults === 0 ? 0 : 1;
}

function noneOf(conversation: string | undefined, files: number): string {
  const where = `in ${plural(files, "file")}`;
  if (conversation !== undefined) return `no event of conversation ${conversation} is ${where}`;
  return `no event of a conversation is ${where}; its pieces have the topics v2.detail.events.conversation.{id}.*`;
}
