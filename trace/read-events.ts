import { statSync } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { chunksOf } from "../files/read-file";
import { type Piece, piecesOf, textsOf } from "./pieces";

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
  for await (const piece of readPieces(path, shown, onRead)) yield* textsOf(piece);
}

/** Reads the events of a file like `readEvents`, many at a time, for others to look into. */
export function readPieces(path: string, shown: string, onRead: OnRead): AsyncIterable<Piece> {
  // The standard input may be somebody's program, which goes on for days.
  const isLive = path === "-" || !statSync(path, { throwIfNoEntry: false })?.isFile();
  return piecesIn(path === "-" ? process.stdin : chunksOf(path, shown), onRead, isLive);
}

/** Cuts what a file holds into pieces. */
export function piecesIn(stored: AsyncIterable<Buffer>, onRead: OnRead, isLive = false): AsyncIterable<Piece> {
  return piecesOf(decompressed(counted(stored, onRead)), isLive);
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

/** The bytes that come out of a decompressor at a time. */
const INFLATED_BYTES = 1 << 18;

/** Decompresses a file whose first two bytes say that it is compressed, whatever its name. */
async function* decompressed(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const all = async function* () {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  };
  const isCompressed = first.value[0] === 0x1f && first.value[1] === 0x8b;
  // What goes wrong on either side is thrown where it is read.
  if (isCompressed) yield* pipeline(Readable.from(all()), createGunzip({ chunkSize: INFLATED_BYTES }), () => {});
  else yield* all();
}
