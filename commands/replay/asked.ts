import type { Environment } from "../../config/model";
import type { Asked } from "../../operate/replay/plan";
import { type Range, surelyArchived, wholeSeconds } from "../../operate/replay/range";
import { chosenRules, chosenStream } from "../../operate/replay/stream";
import { timeIn } from "../time";
import type { ReplayInput } from "./options";

/** Returns the range that is asked for; a text where a time is not right, undefined where none is asked for. */
export function rangeOf({ values: { from, to } }: ReplayInput, now: Date): Range | string | undefined {
  if (from === undefined) return undefined;
  const [first, last] = [timeIn(from, now), to === undefined ? surelyArchived(now) : timeIn(to, now)];
  if (typeof first === "string") return `--from ${from} ${first}`;
  if (typeof last === "string") return `--to ${to} ${last}`;
  return wholeSeconds({ from: first, to: last });
}

/** Returns the times as they were written, where the same words mean another time in a minute. */
function wordsOf({ values: { from = "", to } }: ReplayInput): string | undefined {
  const moves = to === undefined || [from, to].some((time) => !/^\s*\d{4}-/.test(time));
  return moves ? `--from ${from.trim()}${to === undefined ? "" : ` --to ${to.trim()}`}` : undefined;
}

export function askedOf(input: ReplayInput, environment: Environment, range: Range): Asked {
  const stream = chosenStream(environment, input.values.stream);
  const names = (input.values.rules ?? []).flatMap((words) => words.split(",")).flatMap((word) => word.trim() || []);
  return {
    environment,
    stream,
    range,
    words: wordsOf(input),
    rules: chosenRules(stream, names, environment),
    named: names.length > 0,
  };
}
