import { isAscii, isUtf8 } from "node:buffer";
import { Cutter } from "./split-json";

/**
 * A part of a file that holds whole JSON texts: the bytes of lines, one text a line, or texts by themselves. Pieces are read by one
 * thread and understood by any.
 */
export type Piece = {
  /** The number of its first text in the file, from 1. */
  readonly first: number;
  /** The number of its texts. */
  readonly count: number;
} & ({ readonly bytes: Uint8Array } | { readonly texts: readonly string[] });

/** The size of a piece, unless its source should not be kept waiting. */
const PIECE_BYTES = 1 << 20;
/** The longest text, far more than the largest event: a longer one has a bracket or a quote without its end. */
const LONGEST_BYTES = 1 << 25;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Cuts a stream of bytes into pieces.
 *
 * @param live true where somebody may wait for what has come so far
 */
export async function* piecesOf(chunks: AsyncIterable<Buffer>, live: boolean): AsyncIterable<Piece> {
  const cutter = new Cutter(LONGEST_BYTES);
  const lines = new Lines();
  let first = 1;
  const numbered = (piece: Unnumbered): Piece => {
    const from = first;
    first += piece.count;
    return { ...piece, first: from };
  };
  for await (const chunk of chunks) {
    if (!cutter.lines) {
      for (const texts of groups(cutter.cut(chunk))) yield numbered({ texts, count: texts.length });
      if (cutter.lines) lines.add(cutter.rest);
    } else lines.add(chunk);
    if (live || lines.bytes >= PIECE_BYTES) {
      const bytes = lines.take();
      if (bytes !== undefined) yield numbered({ bytes, count: countTexts(bytes) });
    }
  }
  const texts = [...cutter.end()];
  if (texts.length > 0) yield numbered({ texts, count: texts.length });
  const bytes = lines.end();
  if (bytes.length > 0) yield numbered({ bytes, count: countTexts(bytes) });
}

type Unnumbered = { readonly count: number } & ({ readonly bytes: Buffer } | { readonly texts: readonly string[] });

/** Puts small texts together, as many as a piece may have. */
function* groups(texts: Iterable<string>): Iterable<readonly string[]> {
  let group: string[] = [];
  let length = 0;
  for (const text of texts) {
    group.push(text);
    length += text.length;
    if (length < PIECE_BYTES) continue;
    yield group;
    [group, length] = [[], 0];
  }
  if (group.length > 0) yield group;
}

/** Lines that were read and are not taken yet, the last of which may go on. */
class Lines {
  bytes = 0;
  #parts: Buffer[] = [];
  /** Bytes behind the last line break. */
  #open = 0;

  add(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.bytes += chunk.length;
    const end = chunk.lastIndexOf(LINE_FEED);
    this.#open = end === -1 ? this.#open + chunk.length : chunk.length - end - 1;
  }

  /** Takes the whole lines; undefined where there is none. A line that is too long is taken as far as it has come. */
  take(): Buffer | undefined {
    const taken = this.#open > LONGEST_BYTES ? this.bytes : this.bytes - this.#open;
    if (taken === 0) return undefined;
    const all = joined(this.#parts, taken);
    let skipped = taken;
    const rest = this.#parts.flatMap((part) => {
      const from = Math.min(skipped, part.length);
      skipped -= from;
      return from < part.length ? [part.subarray(from)] : [];
    });
    this.#parts = rest;
    this.bytes -= taken;
    if (this.bytes === 0) this.#open = 0;
    return all;
  }

  end(): Buffer {
    return joined(this.#parts, this.bytes);
  }
}

/** Returns the first bytes of buffers in one that owns its memory, so that it can be given to another thread. */
function joined(parts: readonly Buffer[], length: number): Buffer {
  const all = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const part of parts) at += part.copy(all, at);
  return all;
}

/** Looks at the bytes of a text and returns true where that was all to be done with it. */
export type Look = (bytes: Buffer, start: number, end: number, isAscii: boolean) => boolean;

/**
 * Yields the texts of a piece, each with its number in the file.
 *
 * @param look is asked first of each line of UTF-8 without a fault
 */
export function* textsOf(piece: Piece, look?: Look): Iterable<{ readonly number: number; readonly text: string }> {
  let number = piece.first;
  if ("texts" in piece) {
    for (const text of piece.texts) yield { number: number++, text };
    return;
  }
  const bytes = bufferOf(piece.bytes);
  const isPlain = isAscii(bytes);
  // Half the time of reading UTF-8, and the same.
  const encoding = isPlain ? "latin1" : "utf8";
  const looks = look !== undefined && (isPlain || isUtf8(bytes)) ? look : undefined;
  for (let start = 0; start < bytes.length; ) {
    const end = lineEnd(bytes, start);
    if (looks?.(bytes, start, bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end, isPlain)) number++;
    else {
      // A mark of UTF-8 is white space, too.
      const text = bytes.toString(encoding, start, end).trim();
      if (text !== "") yield { number: number++, text };
    }
    start = end + 1;
  }
}

/** A buffer that came from another thread is a plain array of bytes. */
function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

/** Returns the number of texts that `textsOf` will yield. */
function countTexts(bytes: Buffer): number {
  let count = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = lineEnd(bytes, start);
    const byte = bytes[start] ?? 0;
    // Nearly every line begins with what is no space.
    if ((byte > 0x20 && byte < 0x80) || bytes.toString("utf8", start, end).trim() !== "") count++;
    start = end + 1;
  }
  return count;
}

function lineEnd(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(LINE_FEED, start);
  return end === -1 ? bytes.length : end;
}
