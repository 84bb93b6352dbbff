import { type ParseError, parseTree } from "jsonc-parser";
import { SourceText } from "../config/read/text";
import { jsonAdvice } from "../patterns/json-advice";
import { DEEPEST, isDeeplyNested } from "../text/nesting";
import { whyNoEvent } from "../trace/event";
import type { Trace } from "../trace/trace";
import type { Tracer } from "../trace/tracer";

/** A fault of the event in its place. */
export interface EventFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Returns what `trace` says of an event that somebody types, or why it is none. */
export function traceText(tracer: Tracer, text: string): readonly Trace[] | EventFault {
  const value = parsedEvent(text);
  if ("fault" in value) return value.fault;
  const events = tracer.eventsOf(value.json);
  if (events.length === 0) return { line: 1, column: 1, message: `is no event: ${whyNoEvent(value.json)}` };
  return events.map((event) => tracer.trace(event));
}

/** Returns the fault of a text that is no JSON; undefined where it is JSON. */
export function jsonFault(text: string): EventFault | undefined {
  const value = parsedEvent(text);
  return "fault" in value ? value.fault : undefined;
}

function parsedEvent(text: string): { readonly json: unknown } | { readonly fault: EventFault } {
  const source = new SourceText(text);
  const faultAt = (offset: number, message: string) => ({
    fault: { line: source.line(offset), column: source.column(offset), message },
  });
  if (text.trim() === "") return faultAt(0, "is empty; choose a sample, or write one whole event as JSON");
  if (isDeeplyNested(text)) return faultAt(0, `is nested more than ${DEEPEST} levels deep, as no event is`);
  try {
    return { json: JSON.parse(text) };
  } catch (failure) {
    const errors: ParseError[] = [];
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    const [error] = errors;
    if (error !== undefined) return faultAt(error.offset, `is no JSON: ${jsonAdvice(text, error)}`);
    return faultAt(0, `is no JSON (${failure instanceof Error ? failure.message : failure})`);
  }
}
