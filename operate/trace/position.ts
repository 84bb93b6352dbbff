import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Counts } from "../../trace/summary";

/** How far a summary of archives is. */
export interface Position {
  /** The place of the archive among those that were asked for, and the last key of it that is counted whole. */
  readonly source: number;
  readonly key: string | undefined;
  readonly counts: Counts;
  readonly faults: number;
}

/** The time between two notes that are written. */
const WRITE_MS = 1000;

/** The record of a summary on this machine, in a folder of its own, so that a run that was stopped goes on. */
export class Positions {
  #noted: string | undefined;
  #written = performance.now();

  /** @param asked all that the counts depend on */
  constructor(
    readonly folder: string,
    private readonly asked: string,
  ) {}

  /** Returns how far a run of the same came that was stopped; "other" where it was one of something else. */
  stopped(): Position | "other" | undefined {
    const path = join(this.folder, "position.json");
    if (!existsSync(path)) return undefined;
    const { asked, ...position } = JSON.parse(readFileSync(path, "utf8"), revived);
    return asked === this.asked ? position : "other";
  }

  begin(): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, ".gitignore"), "*\n");
  }

  /** Notes how far it is, which is written from time to time. */
  note(position: Position): void {
    this.#noted = JSON.stringify({ asked: this.asked, ...position }, replaced);
    if (performance.now() - this.#written >= WRITE_MS) this.write();
  }

  /** Writes what was noted last, whole or not at all. */
  write(): void {
    if (this.#noted === undefined) return;
    const path = join(this.folder, "position.json");
    writeFileSync(`${path}.new`, this.#noted);
    renameSync(`${path}.new`, path);
    this.#noted = undefined;
    this.#written = performance.now();
  }

  /** Forgets the run, which came to its end. */
  end(): void {
    rmSync(join(this.folder, "position.json"), { force: true });
  }
}

function replaced(_: string, value: unknown): unknown {
  return value instanceof Map ? { entries: [...value] } : value;
}

function revived(_: string, value: unknown): unknown {
  const isMap = typeof value === "object" && value !== null && "entries" in value && Array.isArray(value.entries);
  return isMap ? new Map(value.entries as [string, unknown][]) : value;
}
