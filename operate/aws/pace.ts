import { setTimeout } from "node:timers/promises";
import type { Middleware } from "./aws";

/** Keeps calls apart, so that no more than so many begin in any second, however many are wanted at once. */
export class Pace {
  #next = 0;

  constructor(private readonly perSecond: number) {}

  /** Waits for this call's turn. */
  async turn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#next);
    this.#next = at + 1000 / this.perSecond;
    if (at > now) await setTimeout(at - now);
  }

  readonly middleware: Middleware = (next) => async (args) => {
    await this.turn();
    return next(args);
  };
}
