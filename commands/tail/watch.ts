import type { Environment } from "../../config/model";
import { FilesProblem } from "../../files/files-problem";
import type { Aws } from "../../operate/aws/aws";
import { busesOf, type StreamBus } from "../../operate/buses";
import { Listener } from "../../operate/tail/listen";
import { Made } from "../../operate/tail/make";
import { newRun } from "../../operate/tail/names";
import { planOf } from "../../operate/tail/plan";
import type { Wanted } from "../../operate/tail/wanted";
import { plural } from "../../text/words";
import type { StreamEvent } from "../../trace/event";
import type { Io } from "../io";
import { durationText, timeText } from "../time";
import { clear, found, thingsOf } from "./remains";
import type { Shower } from "./show";
import { sayPlan } from "./would";

interface Watch {
  readonly aws: Aws;
  readonly environment: Environment;
  readonly wanted: readonly Wanted[];
  /** In milliseconds. */
  readonly length: number;
  readonly shower: Shower;
  /** Aborted where the run is to end before its time. */
  readonly signal: AbortSignal;
  readonly dryRun: boolean;
  readonly io: Io;
}

/** The time behind its end in which a run is made and taken away. */
const GRACE_MILLISECONDS = 300_000;
/** The longest that is read of what is still in the queue at the end. */
const REST_MILLISECONDS = 10_000;

/** Makes what it takes to see events, shows them, and takes it away again, whatever happens. */
export async function watch(given: Watch): Promise<number> {
  const { aws, environment, wanted, length, shower, io } = given;
  const buses = await busesOf(
    aws,
    environment,
    wanted.map(({ stream }) => stream),
  );
  const { left } = await found(aws, environment);
  const run = newRun(environment.name, new Date(Date.now() + length + GRACE_MILLISECONDS));
  const pairs = wanted.flatMap((one) => {
    const bus = buses.find(({ stream }) => stream === one.stream);
    return bus === undefined ? [] : [{ wanted: one, bus }];
  });
  const plan = planOf(environment, run, pairs);
  if (given.dryRun) return sayPlan(plan, left, shower.ways.json === true, io);
  const cleared = await clear(aws, left, io);
  const made = new Made(aws, plan);
  const begun = Date.now();
  let taken = false;
  try {
    await listen(made, buses, given);
  } finally {
    taken = await takeAway(made, io);
    io.stderr(`${plural(shower.count, "event")} in ${durationText(Date.now() - begun)}`);
    shower.end();
  }
  return cleared && taken ? 0 : 1;
}

async function listen(made: Made, buses: readonly StreamBus[], { aws, length, shower, signal, io }: Watch) {
  const queueUrl = await made.make(signal);
  if (queueUrl === undefined) return;
  const end = Date.now() + length;
  io.stderr([
    `made ${thingsOf(made.remains)}`,
    `shows what comes until ${timeText(new Date(end))} (${durationText(length)}), from within a minute; Ctrl+C ends it${shower.masks ? "; personal data is masked" : ""}`,
  ]);
  const listener = new Listener(aws, queueUrl);
  const show = async (events: readonly StreamEvent[]) => {
    for (const event of events) {
      const own = buses.find(({ source }) => source === event.source) ?? buses[0];
      if (own !== undefined) shower.show(event, own.type.envelope, buses.length > 1 ? own.stream : undefined);
    }
    await io.flushed();
  };
  for await (const events of listener.until(end, signal)) {
    await show(events);
    if (shower.hasEnough) break;
  }
  await made.removeRules();
  let isRead = shower.hasEnough || signal.aborted;
  for await (const events of listener.rest(isRead ? 0 : REST_MILLISECONDS, signal)) {
    isRead = events === undefined || shower.hasEnough;
    if (events !== undefined) await show(events);
  }
  if (!isRead) io.stderr("more events came than could be read; ask for fewer by --rule, --pattern or --topic");
  if (listener.doubles > 0) io.stderr(`${plural(listener.doubles, "event")} came twice, and are shown once`);
  if (listener.unreadable > 0) io.stderr(`${plural(listener.unreadable, "message")} of the queue are no events`);
}

async function takeAway(made: Made, io: Io): Promise<boolean> {
  const { remains } = made;
  try {
    await made.remove();
    if (remains.queueUrl !== undefined) io.stderr("all that was made is taken away");
    return true;
  } catch (error) {
    if (!(error instanceof FilesProblem)) throw error;
    io.stderr(`${thingsOf(remains)} cannot be taken away: ${error.message}; the next run does it, or tail --clean`);
    return false;
  }
}
