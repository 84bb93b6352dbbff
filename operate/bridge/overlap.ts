import { createHash } from "node:crypto";

type Side = "older" | "newer";

/**
 * Drops what comes on both channels of a renewal. An event that Genesys Cloud sends twice on one channel is no double: each side is
 * counted by itself, and as many are let through as the side with more of them has had.
 */
export class Overlap {
  readonly #counts = new Map<string, { older: number; newer: number }>();
  dropped = 0;

  /** Returns whether an event is the first of its kind from either side. */
  isNew(side: Side, topic: string, correlation: string, body: unknown): boolean {
    const key = createHash("sha1")
      .update(`${topic}\n${correlation}\n${JSON.stringify(body)}`)
      .digest("base64");
    const counts = this.#counts.get(key) ?? { older: 0, newer: 0 };
    const before = Math.max(counts.older, counts.newer);
    counts[side]++;
    this.#counts.set(key, counts);
    if (counts[side] > before) return true;
    this.dropped++;
    return false;
  }
}
