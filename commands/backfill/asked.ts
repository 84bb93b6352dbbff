import type { Environment, Stream } from "../../config/model";
import { FilesProblem } from "../../files/files-problem";
import { kindOf } from "../../operate/backfill/kinds";
import type { Kind } from "../../operate/backfill/kinds/kind";
import { takesEvents } from "../../operate/backfill/policy";
import type { Span } from "../../operate/backfill/span";
import { suggestion } from "../../text/nearest";
import { joined } from "../../text/words";
import { timeIn } from "../time";
import { type BackfillInput, listed, RECORDS } from "./options";
import type { OutPlace } from "./place";

/** Returns the times that are asked for, or what is wrong with one. */
export function limitsOf({ values: { from, to } }: BackfillInput, now: Date): Partial<Span> | string {
  const first = from === undefined ? undefined : timeIn(from, now);
  const last = to === undefined ? undefined : timeIn(to, now);
  if (typeof first === "string") return `--from ${from} ${first}`;
  if (typeof last === "string") return `--to ${to} ${last}`;
  if (last !== undefined && last > now) return `--to ${to} is not over yet; leave it out for all that there is`;
  if (first !== undefined && first >= (last ?? now))
    return `--from ${from} is not before ${to === undefined ? "now" : `--to ${to}`}`;
  return { ...(first && { from: first }), ...(last && { to: last }) };
}

/** Returns the kinds of records that are asked for by name, or what is wrong with one; undefined where none is named. */
export function kindsOf({ values: { records, services } }: BackfillInput): readonly Kind[] | string | undefined {
  const names = listed(records);
  const wrong = names?.find((name) => !RECORDS.includes(name));
  if (wrong !== undefined)
    return `--records ${wrong} is not known${suggestion(wrong, RECORDS) || `; write ${joined(RECORDS, "or")}`}`;
  if (services !== undefined && names !== undefined && !names.some((name) => kindOf(name).parts))
    return "--services means nothing without audits among --records";
  return names?.map(kindOf);
}

/**
 * Returns the stream that is named, or the only one.
 *
 * @throws FilesProblem where there is none, and where its bus takes no events
 */
export function chosenStream(environment: Environment, word: string | undefined, place: OutPlace): [string, Stream] {
  const names = Object.keys(environment.streams);
  if (word === undefined && names.length > 1)
    throw new FilesProblem(`there are ${names.length} streams; name one: --stream ${joined(names, "or")}`);
  const name = word ?? names[0] ?? "";
  const stream = Object.hasOwn(environment.streams, name) ? environment.streams[name] : undefined;
  if (stream === undefined)
    throw new FilesProblem(`--stream ${name} is no stream of ${environment.name}${suggestion(name, names)}`);
  if ("bus" in place && !takesEvents(stream.type))
    throw new FilesProblem(
      `nobody but Genesys Cloud can put events on the bus of stream ${name}: PutEvents takes neither its name nor its source; write --out FOLDER or --out s3://BUCKET/PREFIX, or --stream with one whose bus is your own`,
    );
  return [name, stream];
}

/** Returns what is asked for in the words of the command line, by which a run that was stopped is known again. */
export function askedText({ values: { from, to, gaps, records, services } }: BackfillInput): string {
  const words = { from, to, gaps, records, services };
  return Object.entries(words)
    .flatMap(([name, value]) => [value ?? []].flat().map((word) => `--${name} ${word}`))
    .join(" ");
}
