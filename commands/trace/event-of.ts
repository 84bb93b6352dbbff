import { DEEPEST, isDeeplyNested } from "../../text/nesting";
import { type StreamEvent, whyNoEvent } from "../../trace/event";
import type { Tracer } from "../../trace/tracer";

export interface FileEvent {
  /** The file and, where it has several, the event's place there. */
  readonly place: string;
  readonly event: StreamEvent;
  readonly bytes: number;
  /** True where the event is all that its text says, in ASCII and without a backslash. */
  readonly isPlain: boolean;
}

/** Something in a file that is no event, in one line. */
export interface NoEvent {
  readonly place: string;
  readonly message: string;
}

/** Returns the events that a text of a file stands for. */
export function eventsIn(
  { number, text }: { readonly number: number; readonly text: string },
  file: string,
  tracer: Tracer,
): readonly FileEvent[] | NoEvent {
  const place = number === 1 ? file : `${file}, event ${number}`;
  if (isDeeplyNested(text)) {
    return { place, message: `is nested more than ${DEEPEST} levels deep, as no event is; leave it out` };
  }
  try {
    const value: unknown = JSON.parse(text);
    const events = tracer.eventsOf(value);
    if (events.length === 0) return { place, message: `is no event: ${whyNoEvent(value)}` };
    const bytes = Buffer.byteLength(text);
    const isPlain = bytes === text.length && !text.includes("\\");
    return events.map((event) => ({
      place: placeOf(event, place, tracer),
      event,
      bytes,
      isPlain: isPlain && event === value,
    }));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { place, message: `is no JSON (${error.message})` };
  }
}

/** Returns an event's place, with the stream that makes it of what is sent. */
function placeOf(event: StreamEvent, place: string, tracer: Tracer): string {
  const stream = tracer.streamOf(event);
  return stream === undefined ? place : `${place}, by stream ${stream}`;
}
