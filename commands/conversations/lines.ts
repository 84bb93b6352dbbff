import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { readProblem } from "../../files/files-problem";
import type { Lines } from "../../sql/duckdb";
import { isDeeplyNested } from "../../text/nesting";
import { readEvents, sizeOf } from "../../trace/read-events";
import { type Io, shown } from "../io";
import { type Shape, shapeOf } from "./files";

/** The files of a run as DuckDB reads them. */
export interface Prepared {
  readonly lines: readonly Lines[];
  /** The bytes of all files, as they are stored. */
  readonly bytes: number;
  /** The names of files by the paths that DuckDB reads. */
  readonly name: (path: string) => string;
}

/** Sorts files by how they are made. Those that hold events in another way than one a line are written anew into a folder. */
export async function linesOf(
  files: readonly string[],
  folder: string,
  signal: AbortSignal,
  io: Io,
): Promise<Prepared> {
  const byShape: Record<Shape, string[]> = { lines: [], "compressed lines": [], other: [] };
  for (const file of files) byShape[shapeOf(file, io)].push(file);
  const originals = new Map(byShape.other.map((file, index) => [join(folder, `${index}.ndjson`), file]));
  const name = (path: string) => {
    const file = originals.get(path) ?? path;
    return file === "-" ? "standard input" : shown(file, io);
  };
  for (const [path, file] of originals) await rewrite(file, path, name(path), signal);
  const lines = [
    { files: [...byShape.lines, ...originals.keys()], gzip: false },
    { files: byShape["compressed lines"], gzip: true },
  ].filter((group) => group.files.length > 0);
  const bytes = lines.flatMap((group) => group.files).reduce((sum, file) => sum + (sizeOf(file) ?? 0), 0);
  return { lines, bytes, name };
}

async function rewrite(file: string, path: string, name: string, signal: AbortSignal): Promise<void> {
  async function* lines() {
    for await (const { text } of readEvents(file, name)) for (const line of oneALine(text)) yield `${line}\n`;
  }
  // Whoever writes into the standard input may never end it, and nothing else ends the reading of it.
  const leave = () => (file === "-" ? process.stdin.destroy() : undefined);
  signal.addEventListener("abort", leave);
  try {
    await pipeline(lines, createWriteStream(path), { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw readProblem(error, name);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}

/** Returns the events of a JSON text, each as one line. What is no JSON stays, so that it is counted as what it is. */
function oneALine(text: string): readonly string[] {
  if (isDeeplyNested(text)) return ["{}"];
  try {
    const value: unknown = JSON.parse(text);
    return (Array.isArray(value) ? value : [value]).map((event) => JSON.stringify(event));
  } catch {
    return ["{}"];
  }
}
