import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
} from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { PIPE_SECONDS } from "../aws/limits";
import { tooLargeText } from "../text/too-large";
import { FilesProblem, readProblem, systemCode } from "./files-problem";

const CHUNK = 1 << 20;
const POLL_MILLISECONDS = 20;

/**
 * Reads a whole file. Takes no more memory and time than its limits, whatever lies at the path: a pipe is read as long as
 * something comes, and a device, which may have no end, is not.
 *
 * @param shown the path as messages show it
 * @param most bytes that are read
 * @throws FilesProblem where that is not possible
 */
export function readWhole(path: string, shown: string, most: number): Buffer {
  const { fd, stats } = openFile(path, shown);
  try {
    if (stats.size > most) throw tooLarge(shown, stats.size, most);
    return stats.isFIFO() ? wholePipe(fd, shown, most) : readFileSync(fd);
  } catch (error) {
    throw readProblem(error, shown);
  } finally {
    closeSync(fd);
  }
}

/**
 * Reads a file of any size in pieces; a pipe as long as somebody writes to it.
 *
 * @throws FilesProblem where there is nothing to read
 */
export async function* chunksOf(path: string, shown: string): AsyncIterable<Buffer> {
  const { fd, stats } = openFile(path, shown);
  if (!stats.isFIFO()) {
    yield* createReadStream(path, { fd, highWaterMark: CHUNK });
    return;
  }
  try {
    const waiting = new Waiting(shown);
    for (let begun = false; ; ) {
      const chunk = readPiece(fd);
      if (chunk === "end" && begun) return;
      if (typeof chunk !== "string") {
        begun = true;
        yield chunk;
      } else {
        if (!begun) waiting.see(chunk);
        await sleep(POLL_MILLISECONDS);
      }
    }
  } finally {
    closeSync(fd);
  }
}

/** Opens a path without waiting for a writer, and refuses what is no file. */
function openFile(path: string, shown: string): { fd: number; stats: Stats } {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw readProblem(error, shown);
  }
  const stats = fstatSync(fd);
  if (stats.isFile() || stats.isFIFO()) return { fd, stats };
  closeSync(fd);
  if (stats.isDirectory()) throw new FilesProblem(`${shown} cannot be read (EISDIR)`);
  throw new FilesProblem(
    `${shown} is no file but a device, which may have no end; write what it gives to a file first`,
  );
}

function wholePipe(fd: number, shown: string, most: number): Buffer {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let waiting = new Waiting(shown);
  for (;;) {
    const chunk = readPiece(fd);
    if (chunk === "end" && bytes > 0) return Buffer.concat(chunks);
    if (typeof chunk === "string") {
      waiting.see(chunk);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MILLISECONDS);
      continue;
    }
    chunks.push(chunk);
    bytes += chunk.length;
    waiting = new Waiting(shown);
    if (bytes > most) throw tooLarge(shown, bytes, most);
  }
}

/** Returns a piece of a pipe; "end" where nobody writes to it, "nothing" where somebody may yet. */
function readPiece(fd: number): Buffer | "end" | "nothing" {
  const buffer = Buffer.alloc(CHUNK);
  try {
    const bytes = readSync(fd, buffer);
    return bytes === 0 ? "end" : buffer.subarray(0, bytes);
  } catch (error) {
    if (systemCode(error) !== "EAGAIN") throw error;
    return "nothing";
  }
}

/** The time in which nothing came through a pipe. */
class Waiting {
  readonly #since = performance.now();

  constructor(readonly shown: string) {}

  /** @throws FilesProblem where it was too long; a writer may come a little after the reader */
  see(state: "end" | "nothing"): void {
    const seconds = (performance.now() - this.#since) / 1000;
    if (state === "end" && seconds > PIPE_SECONDS.writer)
      throw new FilesProblem(`${this.shown} is a pipe to which nobody writes; name a file`);
    if (seconds > PIPE_SECONDS.silence)
      throw new FilesProblem(
        `${this.shown} is a pipe through which nothing came in ${PIPE_SECONDS.silence} seconds; write it to a file first`,
      );
  }
}

function tooLarge(shown: string, bytes: number, most: number): FilesProblem {
  return new FilesProblem(`${shown} ${tooLargeText(bytes, most)}`);
}
