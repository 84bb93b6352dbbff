import type { Fault } from "../text/issue";
import { alternatives } from "./alternatives";
import { fromValue, type Json, NotJson, whatIs } from "./json";
import { fromText } from "./json-text";
import type { Pattern } from "./pattern";
import { readSteps } from "./steps";

/** A pattern with its faults; the pattern is undefined if there is an error among them. */
export interface ParsedPattern {
  readonly pattern: Pattern | undefined;
  readonly faults: readonly Fault[];
}

/** Reads an event pattern that is a value already. Nothing but this decides what a pattern is. */
export function parsePattern(value: unknown): ParsedPattern {
  return parse(() => fromValue(value));
}

/** Reads an event pattern that is JSON text, as EventBridge takes it. */
export function parsePatternText(text: string): ParsedPattern {
  return parse(() => fromText(text));
}

function parse(read: () => Json): ParsedPattern {
  try {
    return fromJson(read());
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    const { id, path, message, offset } = error;
    return {
      pattern: undefined,
      faults: [{ id, path, message, ...(offset !== undefined && { textOffset: offset }) }],
    };
  }
}

function fromJson(json: Json): ParsedPattern {
  if (json.kind !== "object") {
    const message = `is ${whatIs(json)}, but an event pattern is an object; write {"detail":{"id":["x"]}}`;
    return { pattern: undefined, faults: [{ id: "pattern-no-object", path: [], message }] };
  }
  const faults: Fault[] = [];
  const steps = readSteps(json, (fault) => faults.push(fault));
  if (faults.some(({ severity }) => severity === undefined)) return { pattern: undefined, faults };
  const expanded = alternatives(steps);
  return {
    pattern: expanded.alternatives && { alternatives: expanded.alternatives },
    faults: [...faults, ...expanded.faults],
  };
}
