import { resolve } from "node:path";
import { FilesProblem } from "../../config/files";
import { sizeOf } from "../../trace/read-events";
import { Summary } from "../../trace/summary";
import { Tracer } from "../../trace/tracer";
import type { Input } from "../command";
import { type Chosen, oneEnvironment } from "../environment";
import type { Io } from "../io";
import { megabytes, Progress } from "../progress";
import { piecesOfFiles } from "./event-files";
import { askAws } from "./live";
import type { options } from "./options";
import { Faults, printSummary } from "./said";
import { sourcesOf } from "./sources";
import { verify } from "./verify";
import { Growing } from "./work/crew";
import { inOrder } from "./work/in-order";
import type { Wanted } from "./work/work";

type Given = Input<typeof options>;

/** Traces the events that the command line names through one environment. */
export async function traceEvents(input: Given, io: Io): Promise<number> {
  const chosen = oneEnvironment(input.positionals[0] ?? "", io, true);
  if (chosen === undefined) return 1;
  const code = await traceIn(chosen, input, io);
  return chosen.faulty ? 1 : code;
}

async function traceIn(chosen: Chosen, input: Given, io: Io): Promise<number> {
  const { environment, file } = chosen;
  const { values } = input;
  const exact = values.exact === true;
  const tracer = new Tracer(environment, { exact });
  if (values.verify) return verify(tracer, resolve(io.cwd, file.path), values.update === true, io);
  const sources = sourcesOf(values.event ?? [], io);
  const files = sources.flatMap((source) => ("files" in source ? source.files : []));
  if (values.live) return askAws(tracer, files, io);
  const threads = values.threads === undefined ? undefined : Number(values.threads);
  const wanted: Wanted = { as: values.summary ? "summary" : values.json ? "json" : "text", coloured: io.coloured };
  const crew = new Growing(tracer, { file, exact, wanted }, threads, io.env.GENESYS_EVENTBRIDGE_RUN);
  try {
    if (sources.some((source) => "place" in source)) {
      const { traceArchives } = await import("./archived");
      return await traceArchives(chosen, tracer, crew, sources, input, io);
    }
    return values.summary
      ? await summarize(tracer, crew, files, values.json === true, io)
      : await traceEach(crew, files, io);
  } finally {
    crew.end();
  }
}

async function traceEach(crew: Growing, files: readonly string[], io: Io): Promise<number> {
  // Where the traces themselves are on a terminal, they show how far it is.
  const progress = reading(files, io.terminal === undefined ? io : {});
  let events = 0;
  const faults = new Faults(io);
  for await (const done of inOrder(
    piecesOfFiles(files, io, (bytes) => progress.add(bytes)),
    crew,
  )) {
    events += done.events;
    faults.print(done);
    await io.flushed();
  }
  progress.end();
  if (events + faults.count === 0) {
    throw new FilesProblem("there is no event in what is given; write one whole event as JSON");
  }
  return faults.count === 0 ? 0 : 1;
}

async function summarize(
  tracer: Tracer,
  crew: Growing,
  files: readonly string[],
  json: boolean,
  io: Io,
): Promise<number> {
  const progress = reading(files, io);
  const summary = new Summary(tracer);
  const faults = new Faults(io);
  for await (const done of inOrder(
    piecesOfFiles(files, io, (bytes) => progress.add(bytes)),
    crew,
  )) {
    if (done.counts !== undefined) summary.addAll(done.counts);
    faults.print(done);
  }
  progress.end();
  printSummary(summary, faults.count, json, io);
  return faults.count === 0 ? 0 : 1;
}

/** Returns a bar by the bytes that are read; without a size where the standard input is among the files. */
function reading(files: readonly string[], io: Pick<Io, "progress">): Progress {
  const sizes = files.map(sizeOf);
  const total = sizes.includes(undefined) ? undefined : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return new Progress({ total, done: megabytes }, io);
}
