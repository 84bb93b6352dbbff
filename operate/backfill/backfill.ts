import { FilesProblem } from "../../files/files-problem";
import type { GenesysCloud } from "../genesys/cloud";
import { type BackfilledEvent, eventOf, markOf, type StreamEnvelope } from "./event";
import { kindOf } from "./kinds";
import type { GenesysRecord, Kind, Page } from "./kinds/kind";
import type { Output, Refused } from "./outputs/output";
import { LostJob, page, ready, unitText, type Wait } from "./reading";
import type { PlannedUnit, Seen, State } from "./state";

/** A job may fail or be lost so often, one after the other without a page between. */
const JOBS = 4;

export interface Backfilling {
  readonly cloud: GenesysCloud;
  readonly envelope: StreamEnvelope;
  /** The word that names of files begin with. */
  readonly stream: string;
  readonly output: Output;
  readonly wait: Wait;
  readonly signal: AbortSignal;
  /** Hears of every page that is out, of jobs that were lost, and of events that cannot be put anywhere. */
  readonly told: (news: News) => void;
}

export type News =
  | { readonly unit: PlannedUnit; readonly events: number }
  | { readonly again: string }
  | { readonly refused: Refused };

/** Fetches what a plan says, and puts it out; where it was stopped, it goes on. */
export class Backfill {
  constructor(
    private readonly state: State,
    private readonly units: readonly PlannedUnit[],
    private readonly all: Backfilling,
  ) {}

  /** Returns true where all is done, false where somebody has interrupted. */
  async run(): Promise<boolean> {
    const { state, units, all } = this;
    for (;;) {
      const unit = units[state.at.unit];
      if (unit === undefined) return true;
      if (state.at.holds) await this.#putOut(unit);
      else if (state.at.last) state.unitDone(unit);
      else if (all.signal.aborted) return false;
      else await this.#fetch(unit);
    }
  }

  /** Fetches the next page, and holds it. */
  async #fetch(unit: PlannedUnit): Promise<void> {
    const { cloud, wait, signal, told } = this.all;
    const kind = kindOf(unit.kind);
    for (let jobs = 1; ; jobs++) {
      try {
        const job = this.state.at.job ?? (await kind.begin(cloud, unit));
        if (this.state.at.job === undefined) this.state.reads(job);
        if (this.state.at.cursor === undefined) await ready(cloud, kind, job, wait, signal);
        if (signal.aborted) return;
        return this.#hold(await page(cloud, kind, job, this.state.at.cursor), job, kind, unit);
      } catch (error) {
        // The waits between tries end at once where somebody interrupts, and so do the tries.
        if (signal.aborted) return;
        if (!(error instanceof LostJob)) throw error;
        if (jobs === JOBS)
          throw new FilesProblem(`${unitText(unit)}: ${error.message}; ${jobs} jobs in a row gave nothing`);
        told({ again: `${error.message}; another one is begun` });
        this.state.lost();
        await wait(1000 * 2 ** jobs, signal);
        if (signal.aborted) return;
      }
    }
  }

  #hold({ records, cursor }: Page, job: string, kind: Kind, unit: PlannedUnit): void {
    const events: BackfilledEvent[] = [];
    const seen: Seen[] = [];
    const marks = new Set<string>();
    for (const record of records) {
      const mark = markOf(kind, record);
      if (marks.has(mark) || this.state.isSeen(mark) || this.#isOfAnother(record, kind, unit)) continue;
      marks.add(mark);
      const began = kind.began?.(record);
      seen.push({ mark, carried: began !== undefined && began < unit.from });
      events.push(eventOf(record, kind, unit, job, this.all.envelope));
    }
    // A mark that stays the same would be read for ever.
    const last = cursor === undefined || cursor === this.state.at.cursor;
    this.state.hold(events, seen, { cursor, last });
  }

  /** Tells whether another unit surely gives the record: the one in whose time it began. */
  #isOfAnother(record: GenesysRecord, kind: Kind, unit: PlannedUnit): boolean {
    const began = kind.began?.(record);
    if (began === undefined || (began >= unit.from && began < unit.to)) return false;
    return this.units.some((other) => other.kind === unit.kind && began >= other.from && began < other.to);
  }

  /** Puts out the page that is held, from where it was stopped. */
  async #putOut(unit: PlannedUnit): Promise<void> {
    const { output, stream, told } = this.all;
    const held = this.state.held();
    const name = nameOf(stream, unit, this.state.at.pages);
    for (let at = this.state.at.sent; at < held.length; at = this.state.at.sent) {
      const events = held.slice(at, at + (output.step ?? held.length));
      const refused = await output.put({ name, events });
      this.state.sent(unit.kind, events.length - refused.length, refused.length);
      for (const one of refused) told({ refused: one });
    }
    this.state.out();
    told({ unit, events: held.length });
  }
}

/** Returns the name of a page, which sorts as its records do. */
function nameOf(stream: string, { kind, part, from }: PlannedUnit, number: number): string {
  const begin = from.toISOString().replace(/[-:]|\.\d+/g, "");
  const parts = [
    stream,
    "backfill",
    kind,
    ...(part === undefined ? [] : [part]),
    begin,
    String(number).padStart(4, "0"),
  ];
  return parts.join("-").replace(/[^\w.-]/g, "_");
}
