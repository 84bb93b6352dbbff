import { writeFileSync } from "node:fs";

/** A file is touched no more often than this. */
const SELDOM_MS = 5_000;

/** Returns what says to a file that the bridge lives, for bridge/health.cjs, which asks how old it is. */
export function heartbeatTo(path: string): () => void {
  let last = 0;
  return () => {
    const now = Date.now();
    if (now - last < SELDOM_MS) return;
    last = now;
    writeFileSync(path, "");
  };
}
