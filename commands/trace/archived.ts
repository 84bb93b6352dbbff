import { dirname, join, resolve } from "node:path";
import { markOf } from "../../files/processes";
import { locked } from "../../operate/lock";
import { type Position, Positions } from "../../operate/trace/position";
import { plural } from "../../text/words";
import { Summary } from "../../trace/summary";
import type { Tracer } from "../../trace/tracer";
import type { Input } from "../command";
import { INTERRUPTED } from "../confirm";
import type { Chosen } from "../environment";
import { interruptible } from "../interrupt";
import { type Io, shown } from "../io";
import { megabytes, Progress } from "../progress";
import type { options } from "./options";
import { Faults, printSummary } from "./said";
import { type MarkedPiece, type Source, Sources } from "./sources";
import type { Growing } from "./work/crew";
import { inOrder } from "./work/in-order";

/** Traces archives, some of which lie in buckets. A summary of them goes on where it was stopped. */
export function traceArchives(
  { environment, file }: Chosen,
  tracer: Tracer,
  crew: Growing,
  all: readonly Source[],
  { values }: Input<typeof options>,
  io: Io,
): Promise<number> {
  return interruptible(io, async (signal) => {
    const sources = new Sources(all, environment, io, signal);
    if (!values.summary) return traceEach(sources, crew, signal, io);
    const words = values.event ?? [];
    const parent = resolve(io.cwd, values.state ?? join(dirname(resolve(io.cwd, file.path)), ".genesys-eventbridge"));
    const folder = join(parent, `trace-${environment.name}-${markOf(JSON.stringify(words))}`);
    const asked = JSON.stringify([words, values.exact === true, markOf(Buffer.from(file.bytes).toString("latin1"))]);
    const positions = new Positions(folder, asked);
    positions.begin();
    const lock = join(folder, "lock");
    const unlock = locked(lock, shown(lock, io), "trace of the same archives");
    try {
      return await summarize(sources, positions, tracer, crew, values.json === true, signal, io);
    } finally {
      unlock();
    }
  });
}

async function traceEach(sources: Sources, crew: Growing, signal: AbortSignal, io: Io): Promise<number> {
  const progress = following(sources, {}, io.terminal === undefined ? io : {});
  const faults = new Faults(io);
  try {
    for await (const done of inOrder(
      sources.pieces({}, (bytes) => progress.add(bytes)),
      crew,
    )) {
      if (signal.aborted) break;
      faults.print(done);
      await io.flushed();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    progress.end();
  }
  if (signal.aborted) return INTERRUPTED;
  return faults.count === 0 ? 0 : 1;
}

async function summarize(
  sources: Sources,
  positions: Positions,
  tracer: Tracer,
  crew: Growing,
  json: boolean,
  signal: AbortSignal,
  io: Io,
): Promise<number> {
  const stopped = positions.stopped();
  if (stopped === "other")
    io.stderr(
      "a summary of these archives was stopped before the environment or the command changed: all is counted anew",
    );
  const from: Partial<Position> = typeof stopped === "object" ? stopped : {};
  // What is not whole yet is counted again by whoever goes on.
  const summary = new Summary(tracer);
  const faults = new Faults(io, from.faults);
  if (from.counts !== undefined) {
    summary.addAll(from.counts);
    io.stderr(`going on behind ${plural(summary.events, "event")} that were counted before`);
  }
  const progress = following(sources, from, io);
  const tasks = sources.pieces(from, (bytes) => progress.add(bytes));
  const marking = {
    get most() {
      return crew.most;
    },
    do: async ({ mark, ...task }: MarkedPiece) => ({ mark, done: await crew.do(task) }),
  };
  try {
    for await (const { mark, done } of inOrder(tasks, marking)) {
      if (signal.aborted) break;
      if (done.counts !== undefined) summary.addAll(done.counts);
      faults.print(done);
      if (mark !== undefined) positions.note({ ...mark, counts: summary.counts(), faults: faults.count });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    progress.end();
    positions.write();
  }
  if (signal.aborted) {
    io.stderr("interrupted: the same command goes on with the rest");
    return INTERRUPTED;
  }
  printSummary(summary, faults.count, json, io);
  positions.end();
  return faults.count === 0 ? 0 : 1;
}

/** Returns a bar that knows its end as soon as all is listed. */
function following(sources: Sources, from: Partial<Position>, io: Pick<Io, "progress">): Progress {
  if (io.progress !== undefined) void sources.count(from).catch(() => undefined);
  const done = (bytes: number) =>
    `${megabytes(bytes)}${sources.total === undefined ? "" : `, ${plural(sources.left ?? 0, "object")} left`}`;
  return new Progress(
    {
      get total() {
        return sources.total;
      },
      done,
    },
    io,
  );
}
