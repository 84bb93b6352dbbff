import { setTimeout } from "node:timers/promises";
import { AWS_ANSWER_SECONDS } from "../../aws/defaults";
import { FilesProblem } from "../../files/files-problem";
import { pause } from "../genesys/request";
import type { Bucket, Stored } from "./bucket";

/** Objects that are asked for before they are read, as each answer takes a while. */
const AHEAD = 4;
/** The tries of a download that breaks off, one after the other without a byte between. */
const TRIES = 5;

/** An object with its content, which is read once. */
export interface Opened {
  readonly stored: Stored;
  readonly content: AsyncIterable<Buffer>;
}

/** Opens objects in their order, some before their turn. */
export async function* opened(
  bucket: Bucket,
  objects: AsyncIterable<Stored>,
  signal: AbortSignal,
): AsyncIterable<Opened> {
  const waiting: Opened[] = [];
  for await (const stored of objects) {
    const first = bucket.read(stored, 0);
    // It is seen when its turn comes.
    first.catch(() => undefined);
    waiting.push({ stored, content: contentOf(bucket, stored, first, signal) });
    if (waiting.length > AHEAD) yield waiting.shift() as Opened; // there is one
  }
  yield* waiting;
}

/** Yields what an object holds; where that breaks off, it goes on behind the last byte that came. */
async function* contentOf(
  bucket: Bucket,
  stored: Stored,
  first: Promise<AsyncIterable<Uint8Array>>,
  signal: AbortSignal,
): AsyncIterable<Buffer> {
  let body: AsyncIterable<Uint8Array> | undefined = await first;
  let at = 0;
  let reason = "it ends";
  for (let attempt = 1; at < stored.bytes; attempt++) {
    body ??= await bucket.read(stored, at);
    const iterator = body[Symbol.asyncIterator]();
    try {
      for (let next = await soon(iterator, signal); !next.done; next = await soon(iterator, signal)) {
        attempt = 1;
        at += next.value.length;
        yield Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length);
      }
      if (at >= stored.bytes) return;
    } catch (error) {
      if (signal.aborted) throw error;
      // All has come, and is not what its checksum says.
      if (at >= stored.bytes)
        throw new FilesProblem(`${bucket.shown(stored.key)} came damaged; run the same command again`);
      reason = String(error);
    } finally {
      // Of a download that is given up, nothing more should come.
      iterator.return?.()?.catch(() => undefined);
    }
    body = undefined;
    if (attempt === TRIES)
      throw new FilesProblem(
        `${bucket.shown(stored.key)} breaks off at byte ${at} of ${stored.bytes}, ${TRIES} times in a row (${reason}); see to the network, and run the same command again`,
      );
    await setTimeout(pause(attempt, null), undefined, { signal });
  }
}

/** Returns what comes next, unless that takes too long, or somebody interrupts. */
async function soon(iterator: AsyncIterator<Uint8Array>, signal: AbortSignal): Promise<IteratorResult<Uint8Array>> {
  const came = new AbortController();
  const limit = setTimeout(AWS_ANSWER_SECONDS * 1000, undefined, { signal: AbortSignal.any([came.signal, signal]) });
  const late = limit.then(() => {
    throw new Error("nothing came");
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([iterator.next(), late]);
  } finally {
    came.abort();
  }
}
