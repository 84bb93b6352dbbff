import { constants, gunzipSync } from "node:zlib";
import { Refusal } from "./answer";
import type { Body, Headers } from "./envelope";

/** The most that a request may hold once it is unpacked: as much as API Gateway takes of one (developer guide, "Quotas", read 2026-11). */
const UNPACKED_BYTES = 10 * 1024 * 1024;
/** The events of one request: so many are put on the bus within the time that a function has. */
const EVENTS = 1000;
/** Ours: deeper than any event is, and low enough that no reader of the event runs out of stack. */
const NESTING = 100;

/** Returns the bytes that the sender signed. */
export function rawBody({ body = "", isBase64Encoded }: { body?: string; isBase64Encoded?: boolean }): Buffer {
  return Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
}

/** Returns the events of a body: one, or each of a list. */
export function bodiesOf(raw: Buffer, headers: Headers): Body[] {
  if (!isJsonType(headers["content-type"])) throw new Refusal(415, "the body must be JSON, as application/json");
  const text = textOf(unpacked(raw, headers["content-encoding"]));
  const { deepest, ends } = structureOf(text);
  if (deepest > NESTING) throw new Refusal(400, `the body is nested more than ${NESTING} levels deep`);
  const value = parsed(text);
  const bodies = Array.isArray(value) ? elementsOf(text, value, ends) : [{ text: text.trim(), value }];
  if (bodies.length > EVENTS) throw new Refusal(413, `the body has more than ${EVENTS} events`);
  if (!bodies.every(({ value }) => isObject(value)))
    throw new Refusal(400, "the body must be a JSON object, or a list of objects");
  return bodies;
}

function isJsonType(type: string | undefined): boolean {
  const [name = ""] = (type ?? "").toLowerCase().split(";");
  return name.trim() === "" || /^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(name.trim());
}

function unpacked(raw: Buffer, encoding = ""): Buffer {
  const name = encoding.trim().toLowerCase();
  if (name === "" || name === "identity") return raw;
  if (name !== "gzip" && name !== "x-gzip") throw new Refusal(415, "the only Content-Encoding taken is gzip");
  try {
    return gunzipSync(raw, { maxOutputLength: UNPACKED_BYTES, finishFlush: constants.Z_FINISH });
  } catch (error) {
    if (Object(error).code === "ERR_BUFFER_TOO_LARGE")
      throw new Refusal(413, `the body has more than ${UNPACKED_BYTES} bytes, unpacked`);
    throw new Refusal(400, "the body is no gzip");
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, "the body is no UTF-8");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "the body is no JSON");
  }
}

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The brackets of a JSON text, without those in its texts. */
interface Structure {
  readonly deepest: number;
  /** The places of the commas and of the bracket that end the elements of the outermost list. */
  readonly ends: readonly number[];
}

/** Reads a text that may be anything: what it says of one that is no JSON means nothing. */
function structureOf(text: string): Structure {
  const ends: number[] = [];
  let [depth, deepest] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfText(text, at);
    else if (sign === "[" || sign === "{") deepest = Math.max(deepest, ++depth);
    else if (sign === "]" || sign === "}") {
      if (--depth === 0) ends.push(at);
    } else if (sign === "," && depth === 1) ends.push(at);
  }
  return { deepest, ends };
}

/** Returns the place of the quote that ends a text. */
function endOfText(text: string, start: number): number {
  for (let at = start; ; ) {
    at = text.indexOf('"', at + 1);
    if (at === -1) return text.length;
    let escapes = 0;
    while (text[at - 1 - escapes] === "\\") escapes++;
    if (escapes % 2 === 0) return at;
  }
}

/** Returns the elements of a list with the text of each as it was sent. */
function elementsOf(text: string, values: readonly unknown[], ends: readonly number[]): Body[] {
  let from = text.indexOf("[") + 1;
  return values.map((value, index) => {
    const end = ends[index] ?? text.length;
    const body = { text: text.slice(from, end).trim(), value };
    from = end + 1;
    return body;
  });
}
