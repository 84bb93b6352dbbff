import type { AlarmKind } from "../aws/alarm-kind";
import { METRICS_PER_ALARM } from "../aws/limits";
import { alarmId, alarmName, logicalId } from "../aws/names";
import { alarmKinds } from "./alarms";
import { chunks } from "./chunks";
import { type Metric, ofQueue, ofRule, ofStream } from "./metrics";
import type { Watched, WatchedDestination, WatchedRule, WatchedStream } from "./watched";

/** An alarm on metrics, complete before its resource is made. */
export interface PlannedAlarm {
  readonly id: string;
  /** Every id that it has had, the oldest first and `id` last. */
  readonly ids: readonly string[];
  readonly name: string;
  readonly description: string;
  readonly kind: AlarmKind;
  readonly period_seconds: number;
  /** The metrics that it watches; several are summed. */
  readonly metrics: readonly Metric[];
  /** The metric math over all of them, by the names m0, m1 and so on. Absent: the metric as it is. */
  readonly expression?: string;
  /** The streams that it concerns, whose composite alarms notify people. Empty: it notifies them itself. */
  readonly streams: readonly string[];
}

/**
 * Returns the sum. Missing values count as 0, since these metrics are sent only when they are not 0. Otherwise CloudWatch looks further
 * back for a value: alarms on failures would fire too long, and those on silence too late. SUM ignores series without a value, as + would
 * not: most rules never fail, and so have none.
 *
 * @param off the number of metrics, at the end of the list, that are taken off the others
 */
function total({ length }: readonly Metric[], off = 0): string {
  const terms = Array.from({ length }, (_, index) => `${index < length - off ? "" : "0 - "}m${index}`);
  return `FILL(SUM([${terms.join(", ")}]), 0)`;
}

/** Returns every alarm of a stack, in an order that only its names decide. */
export function plannedAlarms(stack: Watched): PlannedAlarm[] {
  return [
    ...alarmKinds.flatMap((kind) => stackAlarms(stack, kind)),
    ...stack.streams.flatMap((stream) => kindsOf(stream).flatMap((kind) => streamAlarms(stack, stream, kind))),
    ...stack.destinations.flatMap((destination) =>
      destination.alarms.flatMap((kind) => destinationAlarms(stack, destination, kind)),
    ),
  ];
}

/** Returns the kinds of every stream and those of its type, in the order of their names. */
function kindsOf({ monitored }: WatchedStream): AlarmKind[] {
  return [...alarmKinds, ...monitored.alarms].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

function stackAlarms({ environment, deadLetterQueue }: Watched, kind: AlarmKind): PlannedAlarm[] {
  if (kind.subject !== "dead-letter-queue") return [];
  const metrics = [ofQueue(kind.metric, deadLetterQueue)];
  const { period_seconds } = kind;
  const description = describe(`Environment ${environment}`, kind);
  return [
    { id: kind.kind, ids: [kind.kind], name: deadLetterQueue, description, kind, period_seconds, metrics, streams: [] },
  ];
}

function streamAlarms({ environment }: Watched, stream: WatchedStream, kind: AlarmKind): PlannedAlarm[] {
  const { key, names, rules, silence_minutes } = stream;
  const about = { environment, names, title: `Stream ${key}`, streams: [key] };
  if (kind.subject === "rules") return ruleAlarms(about, kind, rules);
  if (kind.subject === "functions") return functionAlarms(about, kind, stream.functions);
  const { shareOf, without = [] } = kind;
  const metrics = [kind.metric, ...(shareOf ? [shareOf] : []), ...without].map((metric) => ofStream(stream, metric));
  // What is switched off has no values on purpose.
  if (kind.subject === "stream" && kind.missing === "breaching" && !stream.enabled) return [];
  if (kind.subject === "stream") return [{ ...alarm(about, kind), metrics, ...(shareOf && { expression: SHARE }) }];
  if (kind.subject !== "silence" || silence_minutes === undefined) return [];
  return [
    {
      ...alarm(about, kind),
      period_seconds: silence_minutes * 60,
      metrics,
      expression: total(metrics, without.length),
    },
  ];
}

function destinationAlarms(
  { environment }: Watched,
  { key, names, rules, streams, dimensions, functions }: WatchedDestination,
  kind: AlarmKind,
): PlannedAlarm[] {
  const about = { environment, names, title: `Destination ${key}`, streams };
  if (kind.subject === "rules") return ruleAlarms(about, kind, rules);
  if (kind.subject === "functions") return functionAlarms(about, kind, functions);
  return dimensions === undefined ? [] : [{ ...alarm(about, kind), metrics: [{ ...kind.metric, dimensions }] }];
}

interface About {
  readonly environment: string;
  /** The names of the thing that it watches. */
  readonly names: readonly string[];
  readonly title: string;
  readonly streams: readonly string[];
}

function ruleAlarms(about: About, kind: AlarmKind, rules: readonly WatchedRule[]): PlannedAlarm[] {
  return chunks(rules, METRICS_PER_ALARM).map((some, part) => {
    const metrics = some.map((rule) => ofRule(kind.metric, rule));
    return { ...alarm(about, kind, part), metrics, expression: total(metrics) };
  });
}

/** Has no value, and so is no fault, where nothing came in. */
const SHARE = "100 * m0 / m1";

function functionAlarms(about: About, kind: AlarmKind, functions: readonly string[]): PlannedAlarm[] {
  if (functions.length === 0) return [];
  const metrics = functions.map((name) => ({ ...kind.metric, dimensions: { FunctionName: name } }));
  return [{ ...alarm(about, kind), metrics, expression: total(metrics) }];
}

function alarm({ environment, names, title, streams }: About, kind: AlarmKind, part = 0) {
  return {
    ...alarmIdentity(environment, names, kind.kind, part),
    description: describe(title, kind),
    kind,
    period_seconds: kind.period_seconds,
    streams,
  };
}

/** Returns the addresses that an alarm has had, and its name. */
export function alarmIdentity(environment: string, names: readonly string[], kind: string, part: number) {
  const ids = names.map((name) => logicalId(alarmId(name, kind, part)));
  return { id: ids.at(-1) ?? "", ids, name: alarmName(environment, names[0] ?? "", kind, part) };
}

function describe(title: string, { when, advice }: AlarmKind): string {
  return `${title}: ${when}. ${advice}`;
}
