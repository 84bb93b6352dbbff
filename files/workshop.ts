import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isRunning, markOf } from "./processes";

/** The machine's mark, since process numbers are its own. */
const host = markOf(hostname());

/** The age from which a folder belongs to no run, on any machine: a run takes seconds. */
const STALE_MILLISECONDS = 24 * 3_600_000;

/** The folders' names, `.<what for>-<machine>-<process>-<random>`; earlier versions left out machine and process. */
const OURS = /^\.(?:synth|update|init|rows)-(?:([0-9a-f]{8})-(\d+)-)?[A-Za-z0-9]{6}$/;

/** A folder of a run's own, and what removes it. */
export interface Workshop {
  readonly folder: string;
  readonly close: () => void;
}

/** Opens a folder within another one, for a run that says itself when it has ended. */
export function openWorkshop(folder: string, use: "synth" | "update" | "init" | "rows"): Workshop {
  removeStale(folder);
  const workshop = mkdtempSync(join(folder, `.${use}-${host}-${process.pid}-`));
  return { folder: workshop, close: () => rmSync(workshop, { recursive: true, force: true }) };
}

/**
 * Gives a run a folder within the one that it writes to. Files are made there and then renamed to their places, so that nobody sees
 * half of one, and an error leaves what was there.
 */
export function inWorkshop<Result>(
  folder: string,
  use: "synth" | "update" | "init",
  run: (workshop: string) => Result,
): Result {
  const workshop = openWorkshop(folder, use);
  try {
    return run(workshop.folder);
  } finally {
    workshop.close();
  }
}

/** Removes what killed runs have left. */
function removeStale(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [ours, machine, process] = OURS.exec(name) ?? [];
    if (ours === undefined) continue;
    const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (!stats?.isDirectory()) continue;
    const ended = machine === host && !isRunning(Number(process));
    if (ended || Date.now() - stats.mtimeMs > STALE_MILLISECONDS) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}
