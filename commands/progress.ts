import { plural } from "../text/words";
import type { Io } from "./io";

const WIDTH = 30;
const EVERY_MILLISECONDS = 200;
/** The time after which a person wonders; what ends sooner shows nothing. */
const FIRST_MILLISECONDS = 500;

/** The measure of a work: how much there is of it, if that is known, and how what is done is said. */
export interface Work {
  readonly total: number | undefined;
  /** Says how much is done, such as "12 MB". */
  readonly done: (amount: number) => string;
}

/** A bar on a terminal, by how much of a work is done; nothing elsewhere. */
export class Progress {
  readonly #begun = performance.now();
  #amount = 0;
  #last = 0;
  #shown = false;

  constructor(
    readonly work: Work,
    readonly io: Pick<Io, "progress">,
  ) {}

  /** Takes note that so much more is done. */
  add(amount: number): void {
    this.#amount += amount;
    const now = performance.now();
    if (this.io.progress === undefined || now - this.#begun < FIRST_MILLISECONDS) return;
    if (now - this.#last < EVERY_MILLISECONDS) return;
    this.#last = now;
    this.#shown = true;
    this.io.progress(bar(this.#amount, this.work));
  }

  /** Clears the line. */
  end(): void {
    if (this.#shown) this.io.progress?.("");
  }
}

/** Does a work of so many things, which calls `next` behind each. */
export function withProgress<Result>(
  total: number,
  thing: string,
  io: Pick<Io, "progress">,
  work: (next: () => void) => Result,
): Result {
  const progress = new Progress({ total, done: (amount) => `${amount} of ${plural(total, thing)}` }, io);
  try {
    return work(() => progress.add(1));
  } finally {
    progress.end();
  }
}

/** Says what is being done, in a work that cannot be measured and takes long for many bytes. */
export function during<Result>(what: string, bytes: number, io: Pick<Io, "progress">, work: () => Result): Result {
  if (io.progress === undefined || bytes < LARGE_BYTES) return work();
  io.progress(`${what} (${megabytes(bytes)}) …`);
  try {
    return work();
  } finally {
    io.progress("");
  }
}

/** The size of a plan from which a report takes longer than a person waits without a word. */
const LARGE_BYTES = 4_000_000;

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function bar(amount: number, { total, done }: Work): string {
  if (total === undefined || total === 0) return done(amount);
  const share = Math.min(1, amount / total);
  return `[${"#".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, ".")}] ${(share * 100).toFixed(0)} %, ${done(amount)}`;
}
