import type { StreamEvent } from "./event";
import type { Wide } from "./json-bytes";
import type { Tracer } from "./tracer";
import { type Scale, Weigher } from "./weigher";

export interface Count {
  events: number;
  bytes: number;
}

/** What a summary has counted: sums, so that those of several threads, or of several days, add up. */
export interface Counts {
  readonly events: number;
  readonly unsent: number;
  readonly undelivered: number;
  readonly topics: ReadonlyMap<string, Count>;
  readonly rules: ReadonlyMap<string, Count>;
  readonly destinations: ReadonlyMap<string, Count>;
  readonly doubts: ReadonlyMap<string, number>;
  readonly lost: ReadonlyMap<string, number>;
}

/** The number of events, and of delivered bytes, by topic, rule and destination. Its size does not grow with the events. */
export class Summary implements Counts, Scale {
  readonly topics = new Map<string, Count>();
  readonly rules = new Map<string, Count>();
  readonly destinations = new Map<string, Count>();
  readonly doubts = new Map<string, number>();
  readonly lost = new Map<string, number>();
  events = 0;
  unsent = 0;
  undelivered = 0;
  /** True if the event at hand arrives anywhere. */
  #delivered = false;
  readonly #weigher: Weigher;

  constructor(private readonly tracer: Tracer) {
    this.#weigher = new Weigher(tracer);
    for (const rule of Object.keys(tracer.environment.rules)) this.rules.set(rule, { events: 0, bytes: 0 });
    for (const name of Object.keys(tracer.environment.destinations))
      this.destinations.set(name, { events: 0, bytes: 0 });
  }

  /** Returns the counts without the tracer, for another thread. */
  counts(): Counts {
    const { events, unsent, undelivered, topics, rules, destinations, doubts, lost } = this;
    return { events, unsent, undelivered, topics, rules, destinations, doubts, lost };
  }

  addAll(counts: Counts): void {
    this.events += counts.events;
    this.unsent += counts.unsent;
    this.undelivered += counts.undelivered;
    for (const name of ["topics", "rules", "destinations"] as const)
      for (const [key, { events, bytes }] of counts[name]) count(this[name], key, bytes, events);
    for (const name of ["doubts", "lost"] as const)
      for (const [key, events] of counts[name]) add(this[name], key, events);
  }

  /**
   * @param bytes the size of the event's own text
   * @param wide those bytes of it
   * @param size the bytes of the event as JSON.stringify would write it, where they are known
   */
  add(event: StreamEvent, bytes: number, wide: Wide, size?: number): void {
    this.events++;
    count(this.topics, this.tracer.topicOf(event), bytes);
    const buses = this.tracer.sending(event);
    if (buses.length === 0) this.unsent++;
    this.#delivered = false;
    this.#weigher.weigh(event, wide, size, buses, this);
    if (!this.#delivered) this.undelivered++;
  }

  takenBy(rule: string): void {
    count(this.rules, rule, 0);
  }

  lostFor(rule: string, destination: string, why: string): void {
    add(this.lost, `${rule} to ${destination}: ${why}`);
  }

  deliveredTo(rule: string, destination: string, bytes: number, doubts: readonly string[]): void {
    this.#delivered = true;
    count(this.rules, rule, bytes, 0);
    count(this.destinations, destination, bytes);
    for (const doubt of doubts) add(this.doubts, `${rule} to ${destination}: ${doubt}`);
  }

  /** @param unreadable the number of values that were no events */
  result(unreadable: number) {
    return {
      events: this.events,
      unreadable,
      /** The events of topics that no stream sends. */
      not_sent: this.unsent,
      /** The events that arrive nowhere: no rule takes them, or they are lost on the way to every destination. */
      not_delivered: this.undelivered,
      topics: sorted(this.topics),
      rules: sorted(this.rules),
      destinations: sorted(this.destinations),
      /** The events that EventBridge loses, which no dead-letter queue gets either. */
      lost: Object.fromEntries([...this.lost].sort()),
      doubts: Object.fromEntries([...this.doubts].sort()),
    };
  }
}

export type SummaryResult = ReturnType<Summary["result"]>;

function count(counts: Map<string, Count>, key: string, bytes: number, events = 1): void {
  const known = counts.get(key);
  if (known === undefined) counts.set(key, { events, bytes });
  else {
    known.events += events;
    known.bytes += bytes;
  }
}

function add(counts: Map<string, number>, key: string, events = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + events);
}

function sorted(counts: ReadonlyMap<string, Count>): Record<string, Count> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
