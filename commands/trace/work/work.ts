import { isStreamEvent, type StreamEvent } from "../../../trace/event";
import { type Look, textsOf } from "../../../trace/pieces";
import { Skimmer } from "../../../trace/skim";
import { type Counts, Summary } from "../../../trace/summary";
import type { Tracer } from "../../../trace/tracer";
import { type Printing, printing } from "../../printing";
import { type FilePiece, TOLD } from "../event-files";
import { eventsIn, placeOf } from "../event-of";
import { traceLines } from "../text";

/** What is wanted of events: counts, lines for a person, or JSON; lines with the terminal's colours, or without. */
export interface Wanted {
  readonly as: "summary" | "text" | "json";
  readonly coloured: boolean;
}

/** What became of a piece. */
export interface Done {
  readonly events: number;
  /** The number of texts that are no events. */
  readonly faults: number;
  /** What is printed, in its order; of faults no more than are told of all files. */
  readonly printed: readonly ({ readonly made: string } | { readonly fault: string })[];
  readonly counts?: Counts;
}

/** Looks into pieces, in whatever thread: what it gives depends on nothing else. */
export class Work {
  readonly #printed: ({ made: string } | { fault: string })[] = [];
  readonly #printing: Printing;
  readonly #skimmer: Skimmer | undefined;

  constructor(
    private readonly tracer: Tracer,
    private readonly wanted: Wanted,
  ) {
    const parts = wanted.as === "summary" ? tracer.wanted() : undefined;
    this.#skimmer = parts && new Skimmer(parts);
    const none = () => undefined;
    const stdout = (text: string) => this.#print(text);
    this.#printing = printing({ stdout, stderr: none, colours: { stdout: wanted.coloured, stderr: false } });
  }

  do({ file, piece }: FilePiece): Done {
    const summary = this.wanted.as === "summary" ? new Summary(this.tracer) : undefined;
    let events = 0;
    let faults = 0;
    const skimmer = summary && this.#skimmer;
    const look: Look | undefined =
      skimmer &&
      ((bytes, start, end, isAscii) => {
        const event = skimmer.skim(bytes, start, end, isAscii);
        if (event === undefined || !isStreamEvent(event)) return false;
        events++;
        summary.add(event, end - start, isAscii ? 0 : undefined, end - start);
        return true;
      });
    for (const text of textsOf(piece, look)) {
      const found = eventsIn(text, file, this.tracer);
      if ("message" in found) {
        if (++faults <= TOLD) this.#printed.push({ fault: `${found.place} ${found.message}` });
        continue;
      }
      events += found.events.length;
      for (const event of found.events) {
        if (summary === undefined) this.#trace(event, placeOf(event, file, text.number, this.tracer));
        else summary.add(event, found.bytes, found.wide);
      }
    }
    const printed = this.#printed.splice(0);
    return { events, faults, printed, ...(summary && { counts: summary.counts() }) };
  }

  #trace(event: StreamEvent, place: string): void {
    const traced = this.tracer.trace(event);
    if (this.wanted.as === "json") this.#printing.json({ place, ...traced });
    else this.#printing.stdout(traceLines(place, traced));
  }

  #print(text: string): void {
    const last = this.#printed.at(-1);
    if (last !== undefined && "made" in last) last.made += text;
    else this.#printed.push({ made: text });
  }
}
