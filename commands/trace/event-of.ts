import { DEEPEST, isDeeplyNested } from "../../text/nesting";
import { type StreamEvent, whyNoEvent } from "../../trace/event";
import type { Wide } from "../../trace/json-bytes";
import type { ReadEvent } from "../../trace/read-events";
import type { Tracer } from "../../trace/tracer";

/** What a text of a file stands for. */
export interface FileEvents {
  readonly events: readonly StreamEvent[];
  /** The size of the text. */
  readonly bytes: number;
  /** Its bytes beyond one a character, where the only event is all that the text says, and has no backslash. */
  readonly wide: Wide;
}

/** Something in a file that is no event, in one line. */
export interface NoEvent {
  readonly place: string;
  readonly message: string;
}

/** Returns the events that a text of a file stands for. */
export function eventsIn({ number, text }: ReadEvent, file: string, tracer: Tracer): FileEvents | NoEvent {
  const refused = (message: string) => ({ place: textPlace(file, number), message });
  if (isDeeplyNested(text)) return refused(`is nested more than ${DEEPEST} levels deep, as no event is; leave it out`);
  try {
    const value: unknown = JSON.parse(text);
    const events = tracer.eventsOf(value);
    if (events.length === 0) return refused(`is no event: ${whyNoEvent(value)}`);
    const bytes = Buffer.byteLength(text);
    const isPlain = events[0] === value && !text.includes("\\");
    return { events, bytes, wide: isPlain ? bytes - text.length : undefined };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused(`is no JSON (${error.message})`);
  }
}

/** Returns an event's place: the file and, where it has several, the number there, and the stream that makes it of what is sent. */
export function placeOf(event: StreamEvent, file: string, number: number, tracer: Tracer): string {
  const stream = tracer.streamOf(event);
  const place = textPlace(file, number);
  return stream === undefined ? place : `${place}, by stream ${stream}`;
}

function textPlace(file: string, number: number): string {
  return number === 1 ? file : `${file}, event ${number}`;
}
