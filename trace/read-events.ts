import { statSync } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { chunksOf } from "../files/read-file";
import { splitJson } from "./split-json";

/** One JSON text of a file, with its place there. */
export interface ReadEvent {
  /** The number of the text, from 1. */
  readonly number: number;
  readonly text: string;
}

/** A listener for the number of bytes just read, of the file as it is stored. */
export type OnRead = (bytes: number) => void;

/**
 * Reads the events of a file, one by one: a JSON object, a list of them, or one after the other, plain or compressed by gzip.
 *
 * @param path the file's path; `-` is the standard input
 * @param shown the path as messages show it
 * @throws FilesProblem where there is nothing to read
 */
export async function* readEvents(path: string, shown: string, onRead: OnRead = () => {}): AsyncIterable<ReadEvent> {
  const input = path === "-" ? process.stdin : chunksOf(path, shown);
  let number = 0;
  for await (const text of splitJson(decompressed(counted(input, onRead)))) {
    yield { number: ++number, text };
  }
}

export function sizeOf(path: string): number | undefined {
  return path === "-" ? undefined : statSync(path).size;
}

async function* counted(input: AsyncIterable<Buffer>, onRead: OnRead): AsyncIterable<Buffer> {
  for await (const chunk of input) {
    onRead(chunk.length);
    yield chunk;
  }
}

/** Decompresses a file whose first two bytes say that it is compressed, whatever its name. */
async function* decompressed(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const all = async function* () {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  };
  const compressed = first.value[0] === 0x1f && first.value[1] === 0x8b;
  yield* compressed ? Readable.from(all()).pipe(createGunzip()) : all();
}
