import type { EnvelopeSettings } from "./settings";

/** The headers of a request, by their names in lower case. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** One event as it came: its text, which is passed on as it is, and its value. */
export interface Body {
  readonly text: string;
  readonly value: unknown;
}

/** An event in the envelope that all streams have, before it is put on the bus. */
export interface Enveloped {
  readonly detailType: string;
  /** The detail as JSON. The body in it has the sender's own bytes: no number loses digits. */
  readonly detail: string;
  /** The sender's id of the event; undefined where it has none. */
  readonly id: string | undefined;
}

/** Puts a body into the envelope. `metadata` says of the request what the body does not. */
export function enveloped(
  { text, value }: Body,
  headers: Headers,
  settings: EnvelopeSettings,
  metadata: Readonly<Record<string, string>>,
): Enveloped {
  const id = textAt(settings.event_id, value, headers);
  // One that is too long is EventBridge's to refuse: cut, it would be another kind.
  const detailType = textAt(settings.event_type, value, headers) ?? settings.kind;
  const about = JSON.stringify({ ...metadata, ...(id !== undefined && { eventId: id }) });
  const topicName = JSON.stringify(detailType);
  return {
    detailType,
    detail: `{"topicName":${topicName},"version":"2","eventBody":${text},"metadata":${about}}`,
    id,
  };
}

/** Returns the text of a place; undefined where there is none, or nothing that can name anything. */
function textAt(place: string | undefined, value: unknown, headers: Headers): string | undefined {
  if (place === undefined) return undefined;
  const found = place.startsWith("header.")
    ? headers[place.slice("header.".length).toLowerCase()]
    : valueAt(value, place.slice("body.".length));
  if (typeof found === "number" || typeof found === "boolean") return String(found);
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** Returns the value at a path such as `data.items[0].id`; undefined where there is none. */
export function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const part of path.match(/[^.[\]]+/g) ?? []) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part)) return undefined;
    found = Reflect.get(found, part);
  }
  return found;
}
