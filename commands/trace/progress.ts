import { sizeOf } from "../../trace/read-events";
import type { Io } from "../io";

const WIDTH = 30;
const EVERY_MILLISECONDS = 200;

/** A bar on a terminal, by the bytes that are read; nothing elsewhere. */
export class Progress {
  readonly #total: number | undefined;
  #read = 0;
  #last = 0;

  constructor(
    files: readonly string[],
    readonly io: Io,
  ) {
    const sizes = files.map(sizeOf);
    this.#total = sizes.includes(undefined) ? undefined : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  }

  read(bytes: number): void {
    this.#read += bytes;
    const now = performance.now();
    if (this.io.progress === undefined || now - this.#last < EVERY_MILLISECONDS) return;
    this.#last = now;
    this.io.progress(bar(this.#read, this.#total));
  }

  end(): void {
    this.io.progress?.("");
  }
}

function bar(bytes: number, total: number | undefined): string {
  const read = `${(bytes / 1e6).toFixed(0)} MB`;
  if (total === undefined || total === 0) return read;
  const share = Math.min(1, bytes / total);
  return `[${"#".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, ".")}] ${(share * 100).toFixed(0)} %, ${read}`;
}
