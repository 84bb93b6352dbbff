import { isDeepStrictEqual } from "node:util";
import type { StreamEvent } from "./event";
import type { Tracer } from "./tracer";

/** A delivery that is expected to arrive. */
export interface Expected {
  readonly rule: string;
  readonly destination: string;
  /** The payload, as a JSON value where it is JSON, or as text; left out, any payload will do. */
  readonly payload?: unknown;
}

/** A delivery that is expected to fail. */
export interface ExpectedLoss {
  readonly rule: string;
  readonly destination: string;
  /** The reason of the loss, for readers; not compared. */
  readonly why?: unknown;
}

/** The expected deliveries and losses of an event. */
export interface Outcome {
  readonly deliveries: readonly Expected[];
  /** The losses; left out where EventBridge loses nothing. */
  readonly lost?: readonly ExpectedLoss[];
}

export function isOutcome(value: unknown): value is Outcome {
  if (typeof value !== "object" || value === null || !("deliveries" in value)) return false;
  return areWays(value.deliveries) && (!("lost" in value) || areWays(value.lost));
}

function areWays(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.every(
    (each: unknown) =>
      typeof each === "object" &&
      each !== null &&
      "rule" in each &&
      "destination" in each &&
      typeof each.rule === "string" &&
      typeof each.destination === "string",
  );
}

/** Returns the deliveries and losses of events now. */
export function outcomeOf(tracer: Tracer, events: readonly StreamEvent[]): Outcome {
  const all = events
    .flatMap((event) => [...tracer.delivered(event)])
    .flatMap(({ rule, deliveries }) =>
      deliveries.map((delivery) => ({ rule, destination: delivery.destination, delivery })),
    );
  all.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const lost = all.flatMap(({ rule, destination, delivery }) =>
    delivery.delivered ? [] : [{ rule, destination, why: delivery.lost }],
  );
  const deliveries = all.flatMap(({ rule, destination, delivery }) =>
    delivery.delivered ? [{ rule, destination, payload: asValue(delivery.payload) }] : [],
  );
  return { deliveries, ...(lost.length > 0 && { lost }) };
}

/** Returns the differences as sentences; none where all is as expected. */
export function differences(expected: Outcome, actual: Outcome): string[] {
  const now = new Map(actual.deliveries.map((delivery) => [key(delivery), delivery]));
  const lost = new Map(actual.lost?.map((loss) => [key(loss), loss]));
  const wanted = new Set(expected.deliveries.map(key));
  const accepted = new Set(expected.lost?.map(key));
  const changed = expected.deliveries.flatMap((delivery) => {
    const other = now.get(key(delivery));
    if (other === undefined && lost.has(key(delivery))) return []; // reported below
    if (other === undefined) return [`rule ${delivery.rule} no longer delivers to ${delivery.destination}`];
    if (!("payload" in delivery) || isDeepStrictEqual(delivery.payload, other.payload)) return [];
    const [got, want] = [other.payload, delivery.payload].map((payload) => JSON.stringify(payload));
    return [`${delivery.destination} gets something else from rule ${delivery.rule}: ${got}, expected ${want}`];
  });
  const more = actual.deliveries.filter((delivery) => !wanted.has(key(delivery)));
  return [
    ...changed,
    ...more.map(({ rule, destination }) => `rule ${rule} delivers to ${destination}, which is not expected`),
    ...[...lost.values()]
      .filter((loss) => !accepted.has(key(loss)))
      .map(({ rule, destination, why }) => `what rule ${rule} sends to ${destination} is lost: ${why}`),
    ...(expected.lost ?? [])
      .filter((loss) => !lost.has(key(loss)) && !now.has(key(loss)))
      .map(({ rule, destination }) => `rule ${rule} no longer sends to ${destination}, where it was lost`),
  ];
}

const key = ({ rule, destination }: ExpectedLoss) => `${rule}\n${destination}`;

function asValue(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload; // text is compared as text
  }
}
