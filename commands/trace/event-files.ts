import { statSync } from "node:fs";
import { resolve } from "node:path";
import { FilesProblem, readProblem } from "../../config/files";
import type { StreamEvent } from "../../trace/event";
import { type Piece, textsOf } from "../../trace/pieces";
import { type OnRead, readPieces } from "../../trace/read-events";
import type { Tracer } from "../../trace/tracer";
import { type Io, shown } from "../io";
import { eventsIn, placeOf } from "./event-of";
import { filesBelow } from "./files-below";

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

/** A piece of a file, and the file as messages call it. */
export interface FilePiece {
  readonly file: string;
  readonly piece: Piece;
}

/** Reads files one after the other, whatever their size. */
export async function* piecesOfFiles(files: readonly string[], io: Io, onRead: OnRead): AsyncIterable<FilePiece> {
  for (const path of files) {
    const file = path === "-" ? "standard input" : shown(path, io);
    try {
      for await (const piece of readPieces(path, file, onRead)) yield { file, piece };
    } catch (error) {
      throw readProblem(error, file);
    }
  }
}

/** The number of faults that are told one by one. */
export const TOLD = 10;

/** An event of a file, and its place there. */
export interface FileEvent {
  readonly place: string;
  readonly event: StreamEvent;
}

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
    for await (const { file, piece } of piecesOfFiles(this.files, this.io, this.onRead)) {
      for (const text of textsOf(piece)) {
        const found = eventsIn(text, file, this.tracer);
        if ("message" in found) {
          if (++this.faults <= TOLD) this.io.stderr(`${found.place} ${found.message}`);
        } else for (const event of found.events) yield { place: placeOf(event, file, text.number, this.tracer), event };
      }
    }
  }
}
