import { resolve } from "node:path";
import { FilesProblem } from "../../config/files";
import { sizeOf } from "../../trace/read-events";
import { Summary } from "../../trace/summary";
import { Tracer } from "../../trace/tracer";
import type { Input } from "../command";
import { type Chosen, oneEnvironment } from "../environment";
import type { Io } from "../io";
import { megabytes, Progress } from "../progress";
import { Events, eventFiles } from "./event-files";
import { askAws } from "./live";
import type { options } from "./options";
import { summaryLines, traceLines } from "./text";
import { verify } from "./verify";

type Given = Input<typeof options>;

/** Traces the events that the command line names through one environment. */
export async function traceEvents(input: Given, io: Io): Promise<number> {
  const chosen = oneEnvironment(input.positionals[0] ?? "", io, true);
  if (chosen === undefined) return 1;
  const code = await traceIn(chosen, input, io);
  return chosen.faulty ? 1 : code;
}

async function traceIn({ environment, file }: Chosen, input: Given, io: Io): Promise<number> {
  const tracer = new Tracer(environment, { exact: input.values.exact === true });
  if (input.values.verify) return verify(tracer, resolve(io.cwd, file.path), input.values.update === true, io);
  const files = eventFiles(input.values.event ?? [], io);
  if (input.values.live) return askAws(tracer, files, io);
  return input.values.summary ? summarize(tracer, files, input, io) : traceEach(tracer, files, input, io);
}

async function traceEach(tracer: Tracer, files: readonly string[], { values }: Given, io: Io): Promise<number> {
  // Where the traces themselves are on a terminal, they show how far it is.
  const progress = reading(files, io.terminal === undefined ? io : {});
  const events = new Events(files, tracer, io, (bytes) => progress.add(bytes));
  let count = 0;
  for await (const { place, event } of events) {
    count++;
    const traced = tracer.trace(event);
    if (values.json) io.json({ place, ...traced });
    else io.stdout(traceLines(place, traced));
    await io.flushed();
  }
  progress.end();
  if (count + events.faults === 0) {
    throw new FilesProblem("there is no event in what is given; write one whole event as JSON");
  }
  return events.faults === 0 ? 0 : 1;
}

/** Returns a bar by the bytes that are read; without a size where the standard input is among the files. */
function reading(files: readonly string[], io: Pick<Io, "progress">): Progress {
  const sizes = files.map(sizeOf);
  const total = sizes.includes(undefined) ? undefined : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return new Progress({ total, done: megabytes }, io);
}

async function summarize(tracer: Tracer, files: readonly string[], { values }: Given, io: Io): Promise<number> {
  const progress = reading(files, io);
  const events = new Events(files, tracer, io, (bytes) => progress.add(bytes));
  const summary = new Summary(tracer);
  for await (const { event, bytes } of events) summary.add(event, bytes);
  progress.end();
  const result = summary.result(events.faults);
  if (values.json) io.json(result);
  else io.stdout(summaryLines(result));
  return events.faults === 0 ? 0 : 1;
}
