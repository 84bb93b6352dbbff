/** An event as it comes on an event bus, as far as anything here looks into it. */
export interface StreamEvent {
  readonly "detail-type": string;
  readonly source?: string;
  readonly [name: string]: unknown;
}

export function isStreamEvent(value: unknown): value is StreamEvent {
  return whyNoEvent(value) === undefined;
}

/** Returns what makes a value no event of EventBridge, with what to write; undefined for an event. */
export function whyNoEvent(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("detail-type" in value))
    return 'it has no "detail-type", which holds the topic; write the whole event with its envelope';
  if (typeof value["detail-type"] !== "string") return 'its "detail-type" is no text; write the topic there';
  if ("source" in value && typeof value.source !== "string")
    return 'its "source" is no text; write the name of the event source, or leave it out';
  return undefined;
}

export interface Envelope {
  readonly source: string;
  readonly account: string;
  readonly region: string;
}

/** Returns the event as it would come on a stream's bus: its topic and body stay, and its envelope becomes the stream's. */
export function asOf(event: StreamEvent, envelope: Envelope): StreamEvent {
  return { ...event, ...envelope };
}

/** Returns the topic of an event, by the path of the field that has it; empty where it is no text. */
export function topicIn(event: StreamEvent, field: string): string {
  const value = eventValue(event, field);
  return typeof value === "string" ? value : "";
}

/** Returns the value at a path such as `$.detail.eventBody.list[0].id`; undefined where the event has none. */
export function eventValue(event: unknown, path: string): unknown {
  let value = event;
  for (const part of partsOf(path)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    if (Array.isArray(value) && !/^\d+$/.test(part)) return undefined; // a list's own length is no value
    value = Reflect.get(value, part);
  }
  return value;
}

/** The parts of paths, which are the same few for all events of an archive. */
const cut = new Map<string, readonly string[]>();
const MOST_CUT = 1000;

function partsOf(path: string): readonly string[] {
  const known = cut.get(path);
  if (known !== undefined) return known;
  const parts = path.replace(/^\$/, "").match(/[^.[\]]+/g) ?? [];
  if (cut.size < MOST_CUT) cut.set(path, parts);
  return parts;
}
