import { FilesProblem } from "../../files/files-problem";
import { countedRows } from "../../operate/usage/counted";
import { type Month, monthIn, monthOf, spanOf } from "../../operate/usage/month";
import { Tally } from "../../operate/usage/tally";
import { plural } from "../../text/words";
import { sizeOf } from "../../trace/read-events";
import { Tracer } from "../../trace/tracer";
import type { Input } from "../command";
import { oneEnvironment } from "../environment";
import type { Io } from "../io";
import { openedEnvironment } from "../operating";
import { megabytes, Progress } from "../progress";
import { Events, eventFiles } from "../trace/event-files";
import type { UsageOptions } from "./index";
import { type Counted, csvLines, json, tableLines } from "./shown";

/** Counts what an environment used, from CloudWatch or from events, and prints it. */
export async function countUsage({ values, positionals }: Input<UsageOptions>, io: Io): Promise<number> {
  const [word = "", ...more] = positionals;
  const now = new Date();
  const given = values.month ?? (values.events === undefined ? monthOf(now) : undefined);
  const month = given === undefined ? undefined : monthIn(given, now);
  if (typeof month === "string") throw new Error(`the month ${given} was not checked`);
  const counted =
    values.events === undefined
      ? await fromAccount(word, month, now, io)
      : await fromEvents(word, [...values.events, ...more], month, io);
  if (counted === undefined) return 1;
  const { faults, ...found } = counted;
  const whole = { ...found, month: given };
  if (values.json) io.json(json(whole), 2);
  else io.stdout(values.csv ? csvLines(whole) : tableLines(whole));
  return faults === 0 ? 0 : 1;
}

type Found = Omit<Counted, "month"> & { readonly faults: number };

async function fromAccount(word: string, month: Month | undefined, now: Date, io: Io): Promise<Found | undefined> {
  const span = month && spanOf(month, now);
  if (span === undefined)
    throw new FilesProblem(
      "CloudWatch keeps figures for 455 days, and has lost some of that month; count it from the events themselves, with --events",
    );
  const opened = await openedEnvironment(word, "usage", io);
  if (opened === undefined) return undefined;
  io.progress?.("asking CloudWatch …");
  const rows = await countedRows(opened.environment, opened.aws, span);
  io.progress?.("");
  const { environment } = opened;
  return { environment, from: span.from, to: span.to, source: "cloudwatch", rows, left_out: 0, not_sent: 0, faults: 0 };
}

async function fromEvents(
  word: string,
  words: readonly string[],
  month: Month | undefined,
  io: Io,
): Promise<Found | undefined> {
  const chosen = oneEnvironment(word, io);
  if (chosen === undefined) return undefined;
  const { environment } = chosen;
  const tracer = new Tracer(environment, { exact: false });
  const tally = new Tally(environment, tracer);
  const files = eventFiles(words, io);
  const sizes = files.map(sizeOf);
  const total = sizes.includes(undefined) ? undefined : sizes.reduce<number>((sum, size = 0) => sum + size, 0);
  const progress = new Progress({ total, done: (bytes) => `${megabytes(bytes)} read` }, io);
  const events = new Events(files, tracer, io, (bytes) => progress.add(bytes));
  let leftOut = 0;
  for await (const { event } of events) {
    if (month === undefined || within(event.time, month)) tally.add(event);
    else leftOut++;
  }
  progress.end();
  if (events.faults > 0)
    io.stderr(`${plural(events.faults, "value")} of these files are no events, and are not counted`);
  const { unsent: not_sent } = tally;
  const { from, to } = month ?? {};
  return {
    environment,
    from,
    to,
    source: "events",
    rows: tally.rows(),
    left_out: leftOut,
    not_sent,
    faults: events.faults,
  };
}

function within(time: unknown, { from, to }: Month): boolean {
  const at = typeof time === "string" ? Date.parse(time) : Number.NaN;
  return at >= from.getTime() && at < to.getTime();
}
