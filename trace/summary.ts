import type { StreamEvent } from "./event";
import type { Tracer } from "./tracer";

interface Count {
  events: number;
  bytes: number;
}

/** The number of events, and of delivered bytes, by topic, rule and destination. Its size does not grow with the events. */
export class Summary {
  readonly #topics = new Map<string, Count>();
  readonly #rules = new Map<string, Count>();
  readonly #destinations = new Map<string, Count>();
  readonly #doubts = new Map<string, number>();
  readonly #lost = new Map<string, number>();
  #events = 0;
  #unsent = 0;
  #undelivered = 0;

  constructor(readonly tracer: Tracer) {
    for (const rule of Object.keys(tracer.environment.rules)) this.#rules.set(rule, { events: 0, bytes: 0 });
    for (const name of Object.keys(tracer.environment.destinations))
      this.#destinations.set(name, { events: 0, bytes: 0 });
  }

  /** @param bytes the size of the event itself */
  add(event: StreamEvent, bytes: number): void {
    this.#events++;
    count(this.#topics, this.tracer.topicOf(event), bytes);
    if (!this.tracer.isSent(event)) this.#unsent++;
    let delivered = false;
    for (const { rule, deliveries } of this.tracer.delivered(event)) {
      count(this.#rules, rule, 0);
      for (const delivery of deliveries) {
        const way = `${rule} to ${delivery.destination}`;
        if (!delivery.delivered) {
          add(this.#lost, `${way}: ${delivery.lost}`);
          continue;
        }
        delivered = true;
        count(this.#rules, rule, delivery.bytes, 0);
        count(this.#destinations, delivery.destination, delivery.bytes);
        for (const doubt of delivery.doubts) add(this.#doubts, `${way}: ${doubt}`);
      }
    }
    if (!delivered) this.#undelivered++;
  }

  /** @param unreadable the number of values that were no events */
  result(unreadable: number) {
    return {
      events: this.#events,
      unreadable,
      /** The events of topics that no stream sends. */
      not_sent: this.#unsent,
      /** The events that arrive nowhere: no rule takes them, or they are lost on the way to every destination. */
      not_delivered: this.#undelivered,
      topics: sorted(this.#topics),
      rules: sorted(this.#rules),
      destinations: sorted(this.#destinations),
      /** The events that EventBridge loses, which no dead-letter queue gets either. */
      lost: Object.fromEntries([...this.#lost].sort()),
      doubts: Object.fromEntries([...this.#doubts].sort()),
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

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, Count>): Record<string, Count> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
