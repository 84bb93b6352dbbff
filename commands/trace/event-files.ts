import { statSync } from "node:fs";
import { resolve } from "node:path";
import { FilesProblem, readProblem } from "../../config/files";
import { DEEPEST, isDeeplyNested } from "../../text/nesting";
import { type StreamEvent, whyNoEvent } from "../../trace/event";
import { type OnRead, readEvents } from "../../trace/read-events";
import type { Tracer } from "../../trace/tracer";
import { type Io, shown } from "../io";
import { filesBelow } from "./files-below";

export interface FileEvent {
  /** The file and, where it has several, the event's place there. */
  readonly place: string;
  readonly event: StreamEvent;
  readonly bytes: number;
}

/** Something in a file that is no event, in one line. */
interface NoEvent {
  readonly place: string;
  readonly message: string;
}

const ENDING = /\.(?:json|jsonl|ndjson|gz)$/;

/** The files that are asked for, and those of the folders that are. */
export function eventFiles(words: readonly string[], io: Io): string[] {
  return words.flatMap((word) => {
    if (word === "-") return ["-"];
    const path = resolve(io.cwd, word);
    if (!isFolder(path, io)) return [path];
    const found = filesBelow(path, ENDING, (file) => shown(file, io));
    if (found.length > 0) return found;
    throw new FilesProblem(
      `${shown(path, io)} holds no file of events; their names end in .json, .jsonl, .ndjson or .gz`,
    );
  });
}

function isFolder(path: string, io: Io): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw readProblem(error, shown(path, io));
  }
}

/** The number of faults that are told one by one. */
const TOLD = 10;

/** The events of files, one by one, whatever their size. What is no event is told and counted, and passed over. */
export class Events implements AsyncIterable<FileEvent> {
  faults = 0;

  constructor(
    readonly files: readonly string[],
    readonly tracer: Tracer,
    readonly io: Io,
    readonly onRead: OnRead = () => {},
  ) {}

  async *[Symbol.asyncIterator](): AsyncIterator<FileEvent> {
    for (const file of this.files) {
      const name = file === "-" ? "standard input" : shown(file, this.io);
      try {
        for await (const { number, text } of readEvents(file, name, this.onRead)) {
          const found = parsed(text, number === 1 ? name : `${name}, event ${number}`, this.tracer);
          if (!("message" in found)) yield* found;
          else if (++this.faults <= TOLD) this.io.stderr(`${found.place} ${found.message}`);
        }
      } catch (error) {
        throw readProblem(error, shown(file, this.io));
      }
    }
  }
}

function parsed(text: string, place: string, tracer: Tracer): readonly FileEvent[] | NoEvent {
  if (isDeeplyNested(text)) {
    return { place, message: `is nested more than ${DEEPEST} levels deep, as no event is; leave it out` };
  }
  try {
    const value: unknown = JSON.parse(text);
    const events = tracer.eventsOf(value);
    if (events.length === 0) return { place, message: `is no event: ${whyNoEvent(value)}` };
    const bytes = Buffer.byteLength(text);
    return events.map((event) => ({ place: placeOf(event, place, tracer), event, bytes }));
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
