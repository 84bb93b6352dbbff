import type { Envelope, StreamEvent } from "./event";

/**
 * The bytes that the characters of a JSON text have beyond one each, where the text has no backslash; undefined where it has. Without
 * one, all texts and names are written as they are.
 */
export type Wide = number | undefined;

/** The wide bytes that were not met yet in the value at hand: behind the last, no text needs a look. */
let left = 0;

/**
 * Returns the bytes of a value in JSON, without making the text.
 *
 * @param value what JSON.parse gave for a text without a backslash
 * @param wide those of that text
 */
export function jsonBytes(value: unknown, wide: number): number {
  left = wide;
  const characters = length(value);
  // Of a name that comes twice the first value is gone.
  return characters + wide - left;
}

function length(value: unknown): number {
  switch (typeof value) {
    case "string":
      return textLength(value) + 2;
    case "number":
      return numberLength(value);
    case "boolean":
      return value ? 4 : 5;
    default:
      return typeof value === "object" && value !== null ? structureLength(value) : 4;
  }
}

/** Events have few levels: whoever reads them refuses those of hundreds. */
function structureLength(value: object): number {
  let sum = 1;
  if (Array.isArray(value)) {
    for (const item of value) sum += length(item) + 1;
  } else {
    for (const key in value) sum += textLength(key) + length(value[key as keyof object]) + 4; // it is one of its keys
  }
  return sum === 1 ? 2 : sum;
}

function textLength(text: string): number {
  if (left > 0) left -= wideIn(text);
  return text.length;
}

/** Returns the bytes beyond one a unit of UTF-16, of which a letter of four bytes has two. */
function wideIn(text: string): number {
  let wide = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) wide += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return wide;
}

/** JSON has no word for what is too large for a double, and JSON.stringify writes null. */
function numberLength(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value >= 1e21) return Number.isFinite(value) ? String(value).length : 4;
  let digits = 1;
  for (let limit = 10; value >= limit; limit *= 10) digits++;
  return digits;
}

const ENVELOPE = ["source", "account", "region"] as const;

/**
 * Returns the bytes of an event in JSON.
 *
 * @param wide those of the text that the event was read of; undefined also where it is not all that the text says
 * @param whole the bytes in its own envelope, where they are known of a text without a backslash
 * @param envelope the envelope that it has in place of its own, if it has another
 */
export function eventBytes(
  event: StreamEvent,
  wide: Wide,
  envelope: Envelope | undefined,
  whole: number | undefined,
): number {
  let bytes = whole ?? (wide === undefined ? textBytes(event) : jsonBytes(event, wide));
  if (envelope === undefined) return bytes;
  for (const name of ENVELOPE) {
    const [own, other] = [event[name], envelope[name]];
    if (own === other) continue;
    // It has other members besides, so that each comes with a comma.
    const isPlain = typeof own === "string" && (wide !== undefined || whole !== undefined);
    const ownBytes = isPlain ? Buffer.byteLength(own) + 2 : textBytes(own);
    bytes += name.length + 4 + envelopeBytes(other) - (own === undefined ? 0 : name.length + 4 + ownBytes);
  }
  return bytes;
}

/** The bytes of what stands in envelopes, which is the same for all events of a stream. */
const known = new Map<string, number>();
const MOST_KNOWN = 1000;

function envelopeBytes(value: string): number {
  const bytes = known.get(value);
  if (bytes !== undefined) return bytes;
  const made = textBytes(value);
  if (known.size < MOST_KNOWN) known.set(value, made);
  return made;
}

function textBytes(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}
