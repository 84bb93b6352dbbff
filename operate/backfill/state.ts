import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { BackfilledEvent } from "./event";
import { type Unit, unitId } from "./unit";

/** The plan of a run, which stays the same however often the run is stopped. */
export interface Plan {
  /** The times and kinds as they were asked for, in the words of the command line. */
  readonly asked: string;
  readonly units: readonly PlannedUnit[];
}

export interface PlannedUnit extends Unit {
  /** About how many records; undefined where nobody can say. */
  readonly expected: number | undefined;
}

/** How far a run is. */
export interface Position {
  /** The unit in work, by its place in the plan; behind the last where all is done. */
  readonly unit: number;
  readonly job: string | undefined;
  /** The mark of the next page. */
  readonly cursor: string | undefined;
  /** Pages of the unit that are out, or held. */
  readonly pages: number;
  /** Events of the held page that are out. */
  readonly sent: number;
  /** True where the held page is the unit's last. */
  readonly last: boolean;
  /** True where a page is held that is not out yet. */
  readonly holds: boolean;
  /** The length of the file of what was seen, in bytes. */
  readonly seen: number;
  /** Events that are out, and those that could not be, by the kind of records. */
  readonly events: Readonly<Record<string, number>>;
  readonly refused: number;
}

const START: Position = {
  unit: 0,
  job: undefined,
  cursor: undefined,
  pages: 0,
  sent: 0,
  last: false,
  holds: false,
  seen: 0,
  events: {},
  refused: 0,
};

/** A record that was seen in a unit; `carried` where another unit may give it, too. */
export interface Seen {
  readonly mark: string;
  readonly carried: boolean;
}

/**
 * The record of a backfill on this machine, in a folder of its own. Each page is held here before it goes out, and noted when it is out: a
 * run that goes on where another was killed sends what was held, whatever has become of the job meanwhile.
 */
export class State {
  readonly #marks = new Map<string, boolean>();
  #plan: Plan | undefined;
  #at: Position = START;

  constructor(readonly folder: string) {
    this.#plan = this.#read("backfill.json", revived);
    this.#at = { ...START, ...this.#read("position.json") };
    this.#loadMarks();
  }

  /** The plan of the run that was stopped; undefined where none was, or it came to its end. */
  get plan(): Plan | undefined {
    return this.#plan;
  }

  get at(): Position {
    return this.#at;
  }

  /** Returns whether no other run has moved on since this one has read it. */
  isCurrent(): boolean {
    const { plan, at } = new State(this.folder);
    return JSON.stringify([plan, at]) === JSON.stringify([this.#plan, this.#at]);
  }

  /** Returns the units that earlier runs have done, by their names. */
  done(): ReadonlySet<string> {
    const path = join(this.folder, "done.txt");
    return new Set(existsSync(path) ? readFileSync(path, "utf8").split("\n") : []);
  }

  begin(plan: Plan): void {
    mkdirSync(this.folder, { recursive: true });
    // A page holds personal data.
    writeFileSync(join(this.folder, ".gitignore"), "*\n");
    rmSync(join(this.folder, "position.json"), { force: true });
    this.#at = START;
    this.#marks.clear();
    this.#write("backfill.json", JSON.stringify(plan));
    this.#plan = plan;
  }

  isSeen(mark: string): boolean {
    return this.#marks.has(mark);
  }

  /** Notes the job whose results are read from now on. */
  reads(job: string): void {
    this.#move({ job, cursor: undefined });
  }

  /** Forgets the job; what its pages gave stays known. */
  lost(): void {
    this.#move({ job: undefined, cursor: undefined });
  }

  /** Holds a page that is to go out. */
  hold(events: readonly BackfilledEvent[], seen: readonly Seen[], next: { cursor: string | undefined; last: boolean }) {
    this.#write("page.ndjson", events.map((event) => `${JSON.stringify(event)}\n`).join(""));
    for (const { mark, carried } of seen) this.#marks.set(mark, carried);
    const { unit, pages } = this.#at;
    truncate(this.#seenFile(unit), this.#at.seen);
    appendFileSync(this.#seenFile(unit), linesOf(seen));
    this.#move({
      ...next,
      pages: pages + 1,
      sent: 0,
      holds: true,
      seen: this.#at.seen + Buffer.byteLength(linesOf(seen)),
    });
  }

  /** Returns the events of the page that is held. */
  held(): BackfilledEvent[] {
    return readFileSync(join(this.folder, "page.ndjson"), "utf8")
      .split("\n")
      .flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  }

  /** Notes that events of the held page are out, or that nobody takes them. */
  sent(kind: string, out: number, refused: number): void {
    const { sent, events, refused: before } = this.#at;
    this.#move({
      sent: sent + out + refused,
      events: { ...events, [kind]: (events[kind] ?? 0) + out },
      refused: before + refused,
    });
  }

  /** Notes that the held page is out. */
  out(): void {
    this.#move({ holds: false, sent: 0 });
  }

  /** Notes that a unit is done; only what other units may give, too, is remembered of it. */
  unitDone(unit: Unit): void {
    const next = this.#at.unit + 1;
    const carried = [...this.#marks].flatMap(([mark, isCarried]) => (isCarried ? [{ mark, carried: true }] : []));
    const lines = linesOf(carried);
    writeFileSync(this.#seenFile(next), lines);
    appendFileSync(join(this.folder, "done.txt"), `\n${unitId(unit)}\n`);
    const { events, refused } = this.#at;
    this.#at = { ...START, events, refused };
    this.#move({ unit: next, seen: Buffer.byteLength(lines) });
    for (const [mark, isCarried] of this.#marks) if (!isCarried) this.#marks.delete(mark);
    rmSync(this.#seenFile(next - 1), { force: true });
  }

  /** Forgets the run, which came to its end; the units that it has done stay known. */
  end(): void {
    for (const name of ["backfill.json", "position.json", "page.ndjson"])
      rmSync(join(this.folder, name), { force: true });
    rmSync(this.#seenFile(this.#at.unit), { force: true });
    this.#plan = undefined;
  }

  #seenFile(unit: number): string {
    return join(this.folder, `seen-${unit}.txt`);
  }

  #loadMarks(): void {
    const path = this.#seenFile(this.#at.unit);
    if (!existsSync(path)) return;
    const known = readFileSync(path).subarray(0, this.#at.seen).toString("latin1");
    for (const line of known.split("\n")) if (line !== "") this.#marks.set(line.slice(1), line.startsWith("+"));
  }

  #move(changes: Partial<Position>): void {
    this.#at = { ...this.#at, ...changes };
    this.#write("position.json", JSON.stringify(this.#at));
  }

  /** Writes a file anew, whole or not at all. */
  #write(name: string, text: string): void {
    const path = join(this.folder, name);
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  }

  #read(name: string, reviver?: (key: string, value: unknown) => unknown) {
    const path = join(this.folder, name);
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8"), reviver) : undefined;
  }
}

const linesOf = (seen: readonly Seen[]) => seen.map(({ mark, carried }) => `${carried ? "+" : "-"}${mark}\n`).join("");

function revived(key: string, value: unknown): unknown {
  return (key === "from" || key === "to") && typeof value === "string" ? new Date(value) : value;
}

/** A killed run may have written more than it has noted. */
function truncate(path: string, length: number): void {
  if (existsSync(path)) truncateSync(path, length);
}
