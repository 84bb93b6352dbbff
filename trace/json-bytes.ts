import type { StreamEvent } from "./event";

/**
 * Returns the bytes of a value in JSON, without making the text: for a value that JSON.parse gave for a text in ASCII without a
 * backslash, whose texts and names therefore are written as they are.
 */
export function plainJsonBytes(value: unknown): number {
  switch (typeof value) {
    case "string":
      return value.length + 2;
    case "number":
      return numberBytes(value);
    case "boolean":
      return value ? 4 : 5;
    default:
      return typeof value === "object" && value !== null ? structureBytes(value) : 4;
  }
}

/** Events have few levels: whoever reads them refuses those of hundreds. */
function structureBytes(value: object): number {
  let bytes = 1;
  if (Array.isArray(value)) {
    for (const item of value) bytes += plainJsonBytes(item) + 1;
  } else {
    for (const key in value) bytes += key.length + plainJsonBytes(value[key as keyof object]) + 4; // it is one of its keys
  }
  return bytes === 1 ? 2 : bytes;
}

/** JSON has no word for what is too large for a double, and JSON.stringify writes null. */
function numberBytes(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value >= 1e21) return Number.isFinite(value) ? String(value).length : 4;
  let digits = 1;
  for (let limit = 10; value >= limit; limit *= 10) digits++;
  return digits;
}

const ENVELOPE = ["source", "account", "region"] as const;

/** The size of an event in JSON, with its own envelope and with those that streams give it. */
export class EventSize {
  #own: number | undefined;

  /** @param isPlain true where the event is what JSON.parse gave for a text in ASCII without a backslash */
  constructor(
    private readonly event: StreamEvent,
    private readonly isPlain: boolean,
  ) {}

  /** Returns the bytes of the event, or of the same in another envelope. */
  of(seen: StreamEvent): number {
    const { event } = this;
    this.#own ??= this.#bytes(event);
    if (seen === event) return this.#own;
    let bytes = this.#own;
    for (const name of ENVELOPE) {
      if (seen[name] === event[name]) continue;
      bytes += memberBytes(name, seen[name], envelopeBytes) - memberBytes(name, event[name], this.#bytes);
    }
    return bytes;
  }

  readonly #bytes = (value: unknown) => (this.isPlain ? plainJsonBytes(value) : textBytes(value));
}

/** Returns the bytes of a member of an event, which has others besides, so that it comes with a comma. */
function memberBytes(name: string, value: unknown, bytesOf: (value: unknown) => number): number {
  return value === undefined ? 0 : name.length + 4 + bytesOf(value);
}

/** The bytes of what stands in envelopes, which are the same for all events of a stream. */
const known = new Map<unknown, number>();
const MOST_KNOWN = 1000;

function envelopeBytes(value: unknown): number {
  const bytes = known.get(value) ?? textBytes(value);
  if (known.size < MOST_KNOWN) known.set(value, bytes);
  return bytes;
}

function textBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
