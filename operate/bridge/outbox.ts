import { setMaxListeners } from "node:events";
import { ENTRY_BYTES, type Entry, entryBytes, grouped, MAY_PASS, TIME_BYTES } from "../../functions/https/bus";
import { GAP, type Gap, gapDetail } from "../../genesys/gap";
import { pause } from "../genesys/request";
import type { BridgePace } from "./pace";

/** An event that waits for its bus. */
interface Waiting {
  readonly detailType: string;
  readonly detail: string;
  readonly bytes: number;
  /** The moment until which everything before it is known to have come. */
  readonly since: number;
  readonly time: Date;
  /** The times that EventBridge has refused it. */
  refusals: number;
}

/** An entry of PutEvents with the moment at which its event came. */
export type TimedEntry = Entry & { readonly Time: Date };

/** Puts entries on the bus; returns the error code of each that was refused, undefined of each that was accepted. */
export type Put = (entries: readonly TimedEntry[], ended: AbortSignal) => Promise<readonly (string | undefined)[]>;

/** The entries of one call that are under way. */
interface Call {
  readonly since: number;
  readonly events: number;
}

export interface OutboxLimits {
  /** The bytes that may wait, with what the program needs for each event. */
  readonly bytes: number;
  /** The calls of PutEvents that may be under way. */
  readonly calls: number;
}

/** Half of what the smallest task has as its heap. */
export const OUTBOX: OutboxLimits = { bytes: 96 * 1024 * 1024, calls: 24 };
/** Measured of Node.js 22: an object, its string's head and its place in the queue. */
const OF_EACH = 200;
const ENTRIES = 10;
/** Refusals of one event that no other try will change are told apart by their number. */
const REFUSALS = 5;

/** What the outbox says of its work. */
export interface Told {
  /** The buffer is full: nothing more can be taken. */
  full(): void;
  /** An event is refused for good, or is too large. */
  refused(gap: Gap, why: string): void;
  say(words: string): void;
}

/** The bounded buffer between the sockets and the bus. */
export class Outbox {
  readonly #queue: Waiting[] = [];
  #head = 0;
  #bytes = 0;
  readonly #calls = new Set<Call>();
  /** Gaps and what is put again: the queue has these before or behind events that are newer. */
  readonly #early = new Set<Waiting>();
  readonly #ended = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #held = false;
  #failures = 0;
  #idle: (() => void)[] = [];
  put = 0;

  constructor(
    private readonly source: string,
    private readonly putEvents: Put,
    private readonly bus: string,
    private readonly told: Told,
    private readonly pace: BridgePace,
    private readonly limits: OutboxLimits = OUTBOX,
  ) {
    // Each call listens, and so does a pause.
    setMaxListeners(limits.calls + 1, this.#ended.signal);
  }

  /** The number of events that wait or are under way. */
  get waiting(): number {
    return [...this.#calls].reduce((sum, { events }) => sum + events, this.#queue.length - this.#head);
  }

  /** The moment before which everything that came is on the bus; undefined where nothing waits. */
  get since(): number | undefined {
    const all = [...this.#calls, ...this.#early].map(({ since }) => since);
    const next = this.#queue[this.#head]?.since;
    const moments = next === undefined ? all : [...all, next];
    return moments.length === 0 ? undefined : Math.min(...moments);
  }

  event(detailType: string, detail: string, since = Date.now()): void {
    const bytes = TIME_BYTES + entryBytes(this.source, { detailType, detail });
    if (bytes > ENTRY_BYTES) {
      this.#lose(
        detailType,
        since,
        `an event of ${detailType} has ${bytes} bytes, and EventBridge takes ${ENTRY_BYTES}`,
      );
      return;
    }
    this.#add({ detailType, detail, bytes, since, time: new Date(since), refusals: 0 });
  }

  /** Says a gap on the bus, before which nothing counts as put until it is said. */
  gap(gap: Gap): void {
    const waiting = this.#made(gap);
    this.#early.add(waiting);
    this.#add(waiting);
  }

  /** Waits until nothing waits any more. */
  drained(): Promise<void> {
    if (this.waiting === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Ends all calls and begins none: what waits is left to a gap. */
  end(): void {
    this.#ended.abort();
    clearTimeout(this.#timer);
  }

  #made(gap: Gap): Waiting {
    const detail = JSON.stringify(gapDetail(gap));
    const bytes = TIME_BYTES + entryBytes(this.source, { detailType: GAP, detail });
    return { detailType: GAP, detail, bytes, since: Date.parse(gap.from), time: new Date(), refusals: 0 };
  }

  #add(event: Waiting): void {
    if (this.#ended.signal.aborted) return;
    this.#bytes += event.bytes + OF_EACH;
    if (this.#bytes > this.limits.bytes) {
      this.told.full();
      return;
    }
    this.#queue.push(event);
    if (this.#queue.length - this.#head >= ENTRIES) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), this.pace.gatherMs);
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (!this.#held && this.#head < this.#queue.length && this.#calls.size < this.limits.calls) {
      const [group = []] = grouped(this.#queue.slice(this.#head, this.#head + ENTRIES));
      this.#head += group.length;
      void this.#call(group);
    }
    // A queue is cut seldom, since that copies it.
    if (this.#head > 1000 && this.#head * 2 > this.#queue.length) {
      this.#queue.splice(0, this.#head);
      this.#head = 0;
    }
  }

  async #call(group: readonly Waiting[]): Promise<void> {
    const call = { since: Math.min(...group.map(({ since }) => since)), events: group.length };
    this.#calls.add(call);
    let again: readonly Waiting[] = group;
    try {
      const codes = await this.putEvents(
        group.map((event) => this.#entry(event)),
        this.#ended.signal,
      );
      again = group.filter((event, at) => !this.#isDone(event, codes[at]));
      this.#failures = again.length === 0 ? 0 : this.#failures + 1;
    } catch (error) {
      if (this.#ended.signal.aborted) return;
      this.#failures++;
      const words = error instanceof Error ? error.message : String(error);
      if (Number.isInteger(Math.log2(this.#failures))) this.told.say(`events wait, since the bus takes none: ${words}`);
    }
    // In front, so that the oldest is put first.
    this.#queue.splice(this.#head, 0, ...again);
    for (const event of again) this.#early.add(event);
    this.#calls.delete(call);
    await this.#pauseAfter(again.length > 0);
    if (this.#ended.signal.aborted) return;
    this.#send();
    if (this.waiting === 0) for (const done of this.#idle.splice(0)) done();
  }

  #entry({ detailType, detail, time }: Waiting): TimedEntry {
    return { EventBusName: this.bus, Source: this.source, DetailType: detailType, Detail: detail, Time: time };
  }

  /** Returns whether an event needs no further try. */
  #isDone(event: Waiting, code: string | undefined): boolean {
    if (code !== undefined && (MAY_PASS.test(code) || ++event.refusals < REFUSALS)) return false;
    this.#bytes -= event.bytes + OF_EACH;
    this.#early.delete(event);
    if (code === undefined) this.put++;
    else this.#lose(event.detailType, event.since, `EventBridge refuses an event of ${event.detailType}: ${code}`);
    return true;
  }

  #lose(topic: string, at: number, why: string): void {
    // It was under way before it came.
    const from = new Date(at - this.pace.transitMs).toISOString();
    const to = new Date(at).toISOString();
    // A gap that is refused cannot be said there.
    if (topic === GAP) this.told.say(why);
    else this.told.refused({ from, to, topics: [topic], reason: "refused", subscriptions: 0 }, why);
  }

  /** After a failure, no call begins for a while: many at once would be refused again. */
  async #pauseAfter(failed: boolean): Promise<void> {
    if (!failed || this.#held) return;
    this.#held = true;
    const wait = Math.min(pause(Math.min(this.#failures, 6), null), this.pace.longestWaitMs);
    await this.pace.wait(wait, this.#ended.signal);
    this.#held = false;
  }
}
