import { NESTING } from "../aws/limits";
import type { Path, Scalar } from "./pattern";

/** A JSON value as it was written: names may be repeated, and have an order. */
export type Json = JsonScalar | JsonList | JsonObject;

export interface JsonScalar {
  readonly kind: "scalar";
  readonly value: Scalar;
  /** A number that a double does not hold as it was written. */
  readonly inexact?: true;
}

export interface JsonList {
  readonly kind: "list";
  readonly items: readonly Json[];
}

export interface JsonObject {
  readonly kind: "object";
  readonly members: readonly (readonly [name: string, value: Json])[];
}

/** The reason why something is no JSON that can be read, and the place. */
export class NotJson extends Error {
  constructor(
    readonly id: "pattern-syntax" | "pattern-too-deep",
    message: string,
    readonly path: Path = [],
    /** The place in the text, if it is known by that. */
    readonly offset?: number,
  ) {
    super(message);
  }
}

export function tooDeep(path: Path): NotJson {
  return new NotJson("pattern-too-deep", `is nested more than ${NESTING} levels deep; write it flatter`, path);
}

/** @throws NotJson */
export function fromValue(value: unknown, path: Path = []): Json {
  if (path.length > NESTING) throw tooDeep(path.slice(0, 3));
  if (Array.isArray(value)) {
    return { kind: "list", items: value.map((item, index) => fromValue(item, [...path, index])) };
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([name, inner]: [string, unknown]) => [name, fromValue(inner, [...path, name])] as const,
    );
    return { kind: "object", members };
  }
  if (typeof value === "number" && !Number.isFinite(value)) return { kind: "scalar", value, inexact: true };
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return { kind: "scalar", value };
  }
  throw new NotJson("pattern-syntax", "is no value that JSON has; write text, a number, true, false or null", path);
}

export function isText(json: Json): json is JsonScalar & { readonly value: string } {
  return json.kind === "scalar" && typeof json.value === "string";
}

export function isNumber(json: Json): json is JsonScalar & { readonly value: number } {
  return json.kind === "scalar" && typeof json.value === "number";
}

/** Returns the kind of a value as messages name it: `text`, `a number`, `a list` … */
export function whatIs(json: Json): string {
  if (json.kind === "list") return "a list";
  if (json.kind === "object") return "an object";
  if (typeof json.value === "string") return "text";
  return typeof json.value === "number" ? "a number" : String(json.value);
}

const SHOWN = 60;

/** Returns JSON, cut where it is too long for a message. */
export function shown(json: Json | Scalar): string {
  const whole = textOf(json);
  return whole.length <= SHOWN
    ? whole
    : `${Array.from(whole.slice(0, 2 * SHOWN))
        .slice(0, SHOWN)
        .join("")}…`;
}

function textOf(json: Json | Scalar): string {
  if (typeof json !== "object" || json === null) return JSON.stringify(json);
  if (json.kind === "list") return `[${json.items.map(textOf).join(",")}]`;
  if (json.kind === "scalar") return JSON.stringify(json.value);
  return `{${json.members.map(([name, value]) => `${JSON.stringify(name)}:${textOf(value)}`).join(",")}}`;
}
