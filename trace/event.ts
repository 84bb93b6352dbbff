/** An event as it comes on an event bus, as far as anything here looks into it. */
export interface StreamEvent {
  readonly "detail-type": string;
  readonly source?: unknown;
  readonly [name: string]: unknown;
}

export function isStreamEvent(value: unknown): value is StreamEvent {
  return (
    typeof value === "object" && value !== null && "detail-type" in value && typeof value["detail-type"] === "string"
  );
}

export interface Envelope {
  readonly source: string;
  readonly account: string;
  readonly region: string;
}

/** The event as it would come on a stream's bus: its topic and body stay, and its envelope becomes the stream's. */
export function asOf(event: StreamEvent, envelope: Envelope): StreamEvent {
  return { ...event, ...envelope };
}

/** The value at a path such as `$.detail.eventBody.list[0].id`; nothing where the event has none. */
export function eventValue(event: unknown, path: string): unknown {
  let value = event;
  for (const part of path.replace(/^\$/, "").match(/[^.[\]]+/g) ?? []) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    if (Array.isArray(value) && !/^\d+$/.test(part)) return undefined; // a list's own length is no value
    value = Reflect.get(value, part);
  }
  return value;
}
