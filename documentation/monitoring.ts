import type { AlarmKind } from "../aws/alarm-kind";
import { perMonth } from "../aws/prices";
import { destinationTypes } from "../destinations";
import type { DestinationType } from "../destinations/destination-type";
import { alarmKinds } from "../monitoring/alarms";
import { COMPOSITE_KIND } from "../monitoring/composites";
import { code, table } from "../report/formats/markdown/text";
import { streamTypes } from "../streams";
import type { StreamType } from "../streams/stream-type";
import { joined } from "../text/words";
import { link, prose } from "./markdown";

const types: readonly DestinationType[] = destinationTypes;
const streams: readonly StreamType[] = streamTypes;
const kinds: readonly AlarmKind[] = alarmKinds;

/** A kind of alarm with the type that has it; every stack and stream has those without one. */
interface Owned {
  readonly kind: AlarmKind;
  readonly type?: string;
  readonly of?: "destinations" | "streams";
  /** The keys of those of the type that have it, where not all have. */
  readonly where?: string;
}

/** Returns the alarms of a type of stream; those that only some of its streams have say which. */
function ofStreams({ type, monitored, variants = [] }: StreamType): Owned[] {
  const of = "streams";
  return [
    ...monitored.alarms.map((kind) => ({ kind, type, of }) as const),
    ...variants.flatMap(({ called: where, monitored: { alarms } }) =>
      alarms.filter((kind) => !monitored.alarms.includes(kind)).map((kind) => ({ kind, type, of, where }) as const),
    ),
  ];
}

function ofDestinations({ type, monitored }: DestinationType): Owned[] {
  return monitored.alarms.map((kind) => ({ kind, type, of: "destinations" }));
}

/** `docs/reference/monitoring.md`: what the registries say of alarms. */
export function monitoringPage(): string {
  const all = [...kinds.map((kind) => ({ kind })), ...streams.flatMap(ofStreams), ...types.flatMap(ofDestinations)];
  const others = types.filter(({ monitored }) => monitored.alarms.length === 0).map(({ type }) => code(type));
  return `# Monitoring
Made by \`npm run docs\` from the registries of alarms and of destination types; do not edit. ${link(code("monitoring"), "Configuration", "configuration.md")} has the keys.

Whoever is in \`notify\` is notified by one alarm a stream, ${code(`<environment>-<stream>-${COMPOSITE_KIND}`)}, which fires while any of the stream's
alarms or of its destinations' does, and by ${code("<environment>-dead-letters")}. Where nobody is, there is no alarm a stream. All others are quiet:
they say what is wrong, and the description of each says what to look at first. Their names are
\`<environment>-<stream or destination>-<alarm>\`, with \`-2\` and so on where the rules are more than the ten that one alarm can watch.

${table(["alarm", "of", "fires when"], all.map(row))}

A failure of ${others.join(" or ")} shows in the alarms of the rules. A destination that exists already is watched like one that is created, as
long as it is in the account and region of the stack.

${all.map(section).join("\n\n")}

## What is uncertain
${uncertainties()}

## What it costs
List prices of us-east-1, each month: $${perMonth.alarm_metric.toFixed(2)} for each metric of an alarm (three for each rule, one for the queue, those of the destinations), $${perMonth.composite_alarm.toFixed(2)} for each stream's
alarm, where somebody is notified, $${perMonth.dashboard} for the dashboard (three in an account are free). E-mail costs next to nothing.
`;
}

function row(alarm: Owned): string[] {
  return [link(heading(alarm), code(alarm.kind.kind)), subject(alarm), prose(alarm.kind.when)];
}

function heading({ kind: { kind }, type, where }: Owned): string {
  const some = where === undefined ? "" : ` with ${code(where)}`;
  return type === undefined ? code(kind) : `${code(kind)} of ${code(type)}${some}`;
}

function subject({ kind: { subject }, type, of, where }: Owned): string {
  const wanted = [where, subject === "silence" ? "silence_minutes" : undefined].filter((key) => key !== undefined);
  const some = wanted.length === 0 ? "" : ` with ${joined(wanted.map(code))}`;
  if (type !== undefined) return `${of} of type ${code(type)}${some}`;
  if (subject === "functions") return "the functions of a stream";
  return subject === "dead-letter-queue" ? "the dead-letter queue" : "the rules of a stream";
}

function section(alarm: Owned): string {
  const { kind } = alarm;
  const { metric, missing, advice } = kind;
  const summed = kind.subject === "rules" ? ", of all rules together" : share(kind);
  return `## ${heading(alarm)}
Fires when ${prose(kind.when)}.

- **Metric:** ${code(metric.name)} of ${code(metric.namespace)}, ${metric.statistic}${summed}, ${condition(kind)} ${often(kind)}
- **No data:** ${missing === "breaching" ? "a fault" : "no fault"}
- ${prose(advice)}`;
}

function share({ shareOf, without = [] }: AlarmKind): string {
  if (without.length > 0) return ` less ${joined(without.map(({ name }) => code(name)))}`;
  return shareOf === undefined ? "" : ` in percent of ${code(shareOf.name)}`;
}

function condition({ comparison, threshold }: AlarmKind): string {
  return `${comparison === "GreaterThanThreshold" ? "above" : "below"} ${threshold}`;
}

function often({ subject, period_seconds, datapoints, periods }: AlarmKind): string {
  if (subject === "silence") return "within `silence_minutes`";
  const minutes = `${period_seconds / 60} minutes`;
  return periods === 1 ? `within ${minutes}` : `in ${datapoints} of ${periods} periods of ${minutes}`;
}

/** What the types of streams say of the metrics of rules, and the alarms that watch these. */
function uncertainties(): string {
  const all = [...kinds, ...types.flatMap(({ monitored }) => monitored.alarms)].filter(
    ({ subject }) => subject === "rules",
  );
  const names = [...new Set(all.map(({ kind }) => code(kind)))].join(", ");
  const reasons = new Set(streams.flatMap(({ monitored }) => monitored.uncertain ?? []));
  return [...reasons]
    .map(
      (reason) =>
        `- ${names}: ${prose(reason)}. Look once whether the dashboard shows the rules' metrics; if it does, the alarms see them too.`,
    )
    .join("\n");
}
