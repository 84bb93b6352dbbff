import { PIECE_BYTES } from "../../aws/prices";
import type { Environment } from "../../config/model";
import { destinationType } from "../../destinations";
import type { DestinationType } from "../../destinations/destination-type";
import { streamType } from "../../streams";
import { monitoringOf } from "../../streams/parts/monitored";
import type { StreamEvent } from "../../trace/event";
import { Tracer } from "../../trace/tracer";
import { exactly, UNKNOWN } from "./amount";
import { chargedOtherwise, costOfOne, pricesOf, pricesOfStream, type UsageRow } from "./row";

/** What one event costs; with a remark, not known. */
interface Cost {
  readonly dollars: number;
  readonly remark?: string;
}

/** The amounts of one row so far. */
class Count {
  events = 0;
  bytes = 0;
  pieces = 0;
  dollars = 0;
  /** The reasons why more is charged, or less. */
  readonly remarks = new Set<string>();

  add(bytes: number, { dollars, remark }: Cost): void {
    this.bytes += bytes;
    this.pieces += piecesOf(bytes);
    this.dollars += dollars;
    if (remark !== undefined) this.remarks.add(remark);
  }
}

const piecesOf = (bytes: number) => Math.max(1, Math.ceil(bytes / PIECE_BYTES));

/** The rows of an environment by the events themselves, of which all is known. Its size does not grow with the events. */
export class Tally {
  /** The events that no stream sends. */
  unsent = 0;
  readonly #exact: Tracer;
  readonly #streams = new Map<string, Count>();
  readonly #rules = new Map<string, Count>();
  readonly #destinations = new Map<string, Count>();

  /** @param byTopic finds the streams of an event whose source is none of theirs */
  constructor(
    private readonly environment: Environment,
    private readonly byTopic: Tracer,
  ) {
    this.#exact = new Tracer(environment, { exact: true });
  }

  add(event: StreamEvent): void {
    const tracer = this.#exact.isSent(event) ? this.#exact : this.byTopic;
    const streams = tracer.sizes(event);
    if (streams.length === 0) this.unsent++;
    for (const { stream, bytes } of streams) {
      const count = counted(this.#streams, stream);
      count.events++;
      count.add(bytes, { dollars: costOfOne(pricesOfStream(this.#monitored(stream)), false, bytes) });
    }
    for (const { rule, deliveries } of tracer.delivered(event)) {
      const ofRule = counted(this.#rules, rule);
      ofRule.events++;
      for (const { destination, delivered, bytes } of deliveries) {
        if (!delivered) continue;
        const cost = this.#cost(destination, bytes);
        ofRule.add(bytes, cost);
        const ofDestination = counted(this.#destinations, destination);
        ofDestination.events++;
        ofDestination.add(bytes, cost);
      }
    }
  }

  /** Returns a row for each stream and rule, and for each destination that a rule delivers to. */
  rows(): UsageRow[] {
    const { streams, rules, destinations } = this.environment;
    const used = new Set(Object.values(rules).flatMap(({ targets }) => targets.map(({ destination }) => destination)));
    return [
      ...Object.entries(streams).map(([name, { type }]) =>
        rowOf({ kind: "stream", name, type }, this.#streams.get(name)),
      ),
      ...Object.entries(rules).map(([name, { stream }]) =>
        rowOf({ kind: "rule", name, stream }, this.#rules.get(name)),
      ),
      ...Object.entries(destinations)
        .filter(([name]) => used.has(name))
        .map(([name, { type }]) => rowOf({ kind: "destination", name, type }, this.#destinations.get(name))),
    ];
  }

  #monitored(stream: string) {
    const keys = this.environment.streams[stream];
    if (keys === undefined) throw new Error(`the stream ${stream} was not checked`);
    return monitoringOf(streamType(keys.type), keys);
  }

  #cost(destination: string, bytes: number): Cost {
    const keys = this.environment.destinations[destination];
    if (keys === undefined) throw new Error(`the destination ${destination} was not checked`);
    const { monitored, chargedBy }: DestinationType = destinationType(keys.type);
    const by = chargedBy?.(keys);
    if (by !== undefined) return { dollars: 0, remark: chargedOtherwise(by) };
    const dollars = monitored.usage.reduce(
      (sum, usage) => sum + costOfOne(pricesOf(usage), usage.metric.name === monitored.bytes?.name, bytes),
      0,
    );
    return { dollars };
  }
}

function counted(counts: Map<string, Count>, name: string): Count {
  const count = counts.get(name) ?? new Count();
  counts.set(name, count);
  return count;
}

function rowOf(named: Pick<UsageRow, "kind" | "name" | "type" | "stream">, count = new Count()): UsageRow {
  const { events, bytes, pieces, dollars, remarks } = count;
  return {
    ...named,
    events: exactly(events),
    bytes: exactly(bytes),
    pieces: exactly(pieces),
    dollars: remarks.size === 0 ? exactly(dollars) : UNKNOWN,
    remarks: [...remarks],
  };
}
