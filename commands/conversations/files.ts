import { closeSync, openSync, readSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { constants, gunzipSync } from "node:zlib";
import { FilesProblem, readProblem } from "../../files/files-problem";
import { type Io, shown } from "../io";
import { filesBelow } from "../trace/files-below";

/** Endings of files of events, and the names without one that Firehose gives where it does not compress. */
const EVENTS = /(?:\.json|\.jsonl|\.ndjson|\.gz|-\d{4}(?:-\d\d){5}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** What a scenario expects, which stands beside its event. */
const EXPECTED = /\.expected\.json$/;
/** The bytes that are looked at to see how a file is made: more than the longest event that is likely. */
const HEAD_BYTES = 65_536;

/** How a file holds its events: one a line, or in another way; compressed or not. */
export type Shape = "lines" | "compressed lines" | "other";

/** Returns the files that are asked for, and those of events in the folders that are. */
export function filesOf(words: readonly string[], io: Io): string[] {
  return words.flatMap((word) => {
    if (word === "-") return [word];
    const path = resolve(io.cwd, word);
    if (!isFolder(path, io)) return [path];
    const found = filesBelow(path, EVENTS, (file) => shown(file, io)).filter((file) => !EXPECTED.test(file));
    if (found.length > 0) return found;
    throw new FilesProblem(
      `${shown(path, io)} holds no file of events; their names end in .json, .jsonl, .ndjson or .gz, or are Firehose's`,
    );
  });
}

function isFolder(path: string, io: Io): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw readProblem(error, shown(path, io));
  }
}

/** Returns how a file is made, by its first bytes, whatever its name. */
export function shapeOf(path: string, io: Io): Shape {
  if (path === "-") return "other";
  try {
    const head = headOf(path);
    const gzip = head[0] === 0x1f && head[1] === 0x8b;
    const text = (gzip ? unzipped(head) : head).toString("utf8");
    const line = /^\s*(\{.*)\r?\n/.exec(text)?.[1];
    // A file of one line may have no line break, and an empty one nothing.
    if (text !== "" && !isObject(line ?? text)) return "other";
    return gzip ? "compressed lines" : "lines";
  } catch (error) {
    throw readProblem(error, shown(path, io));
  }
}

function headOf(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

const unzipped = (head: Buffer) => gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH });

function isObject(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object" && text.trimStart().startsWith("{");
  } catch {
    return false;
  }
}
