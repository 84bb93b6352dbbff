/** Channels that may be opened beside those in use: one above Genesys Cloud's limit would close one of these. */
export class Spare {
  #waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** Returns what gives a channel back; undefined where none gets free in time. */
  take(milliseconds: number): Promise<(() => void) | undefined> {
    if (this.free > 0) return Promise.resolve(this.#taken());
    return new Promise((resolve) => {
      const next = () => {
        clearTimeout(timer);
        resolve(this.#taken());
      };
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== next);
        resolve(undefined);
      }, milliseconds);
      this.#waiting.push(next);
    });
  }

  /** Counts channels that are in use from now on. */
  use(count: number): void {
    this.free -= count;
  }

  #taken(): () => void {
    this.free--;
    return () => {
      this.free++;
      if (this.free > 0) this.#waiting.shift()?.();
    };
  }
}
