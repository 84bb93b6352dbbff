import { isDeepStrictEqual } from "node:util";
import type { StreamEvent } from "./event";
import type { Tracer } from "./tracer";

/** One thing that is expected to arrive. */
export interface Expected {
  readonly rule: string;
  readonly destination: string;
  /** As a JSON value where the payload is JSON, or as text; left out, only that something arrives is expected. */
  readonly payload?: unknown;
}

/** What an event is expected to do. */
export interface Outcome {
  readonly deliveries: readonly Expected[];
}

export function isOutcome(value: unknown): value is Outcome {
  if (typeof value !== "object" || value === null || !("deliveries" in value) || !Array.isArray(value.deliveries))
    return false;
  return value.deliveries.every(
    (each: unknown) =>
      typeof each === "object" &&
      each !== null &&
      "rule" in each &&
      "destination" in each &&
      typeof each.rule === "string" &&
      typeof each.destination === "string",
  );
}

/** What the event does now. */
export function outcomeOf(tracer: Tracer, event: StreamEvent): Outcome {
  const deliveries = [...tracer.delivered(event)].flatMap(({ rule, deliveries }) =>
    deliveries.map(({ destination, payload }) => ({ rule, destination, payload: asValue(payload) })),
  );
  return { deliveries: deliveries.sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

/** What differs, in words; nothing where all is as expected. */
export function differences(expected: Outcome, actual: Outcome): string[] {
  const now = new Map(actual.deliveries.map((delivery) => [key(delivery), delivery]));
  const wanted = new Set(expected.deliveries.map(key));
  const changed = expected.deliveries.flatMap((delivery) => {
    const other = now.get(key(delivery));
    if (other === undefined) return [`rule ${delivery.rule} no longer delivers to ${delivery.destination}`];
    if (!("payload" in delivery) || isDeepStrictEqual(delivery.payload, other.payload)) return [];
    const [got, want] = [other.payload, delivery.payload].map((payload) => JSON.stringify(payload));
    return [`${delivery.destination} gets something else from rule ${delivery.rule}: ${got}, expected ${want}`];
  });
  const more = actual.deliveries.filter((delivery) => !wanted.has(key(delivery)));
  return [
    ...changed,
    ...more.map(({ rule, destination }) => `rule ${rule} delivers to ${destination}, which is not expected`),
  ];
}

const key = ({ rule, destination }: Expected) => `${rule}\n${destination}`;

function asValue(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload; // text is compared as text
  }
}
