import type { Io } from "../io";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What tells a run to end before its time: signals, and that nobody reads its output any more. */
export class Ending {
  readonly #controller = new AbortController();
  readonly #end = () => this.#controller.abort();
  #finish: () => void = () => undefined;

  constructor(io: Io) {
    // Each further signal is taken, too: what is made must be taken away, and that takes a second.
    for (const signal of SIGNALS) process.on(signal, this.#end);
    const finished = new Promise<void>((resolve) => {
      this.#finish = resolve;
    });
    io.beforeStop?.(() => {
      this.#end();
      return finished;
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Says that all is in order, so that the program may end. */
  finish(): void {
    for (const signal of SIGNALS) process.off(signal, this.#end);
    this.#finish();
  }
}
