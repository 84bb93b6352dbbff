import type { MetricName } from "../../aws/alarm-kind";
import type { Environment } from "../../config/model";
import { type Metric, ofRule, ofStream } from "../../monitoring/metrics";
import { type WatchedDestination, type WatchedRule, type WatchedStream, watched } from "../../monitoring/watched";
import { ruleName } from "../../schema/identity";
import type { Aws } from "../aws/aws";
import { metricValues, type Span, sum } from "../aws/metric-values";
import { busesOf } from "../buses";
import { type Amount, exactly, total, UNKNOWN } from "./amount";
import { filling, unknownIn } from "./ids";
import { type Amounts, chargedOtherwise, cost, pieces, pricesOf, pricesOfStream, together, type UsageRow } from "./row";

/** Returns what CloudWatch counted of a metric: nothing where it has no figure, which may mean none and may mean that nobody looked. */
type Figure = (metric: Metric) => Amount;

const MATCHED = { namespace: "AWS/Events", name: "MatchedEvents", statistic: "Sum" } as const;
const NO_BYTES = "no metric measures bytes on an event bus, nor the pieces that are charged";
const NOT_COUNTED = "CloudWatch has no figure: nothing came, or it is not deployed";
const ELSEWHERE = "it lies in another account or region, which has its figures";
const NO_SIZE = "no metric measures its bytes";
const SEVERAL = "its destinations count what they get, not from which rule";

/**
 * Returns the rows of an environment, by what CloudWatch counted in a span.
 *
 * @throws FilesProblem where the account cannot be asked, or where it is not known whose the buses are
 */
export async function countedRows(environment: Environment, aws: Aws, span: Span): Promise<UsageRow[]> {
  const buses = await busesOf(aws, environment, Object.keys(environment.streams));
  const busNames = new Map(buses.map(({ stream, bus }) => [stream, bus]));
  const named = metricsOf(environment, busNames);
  const filled = await filling(unknownIn(named, environment), { aws });
  const asked = new Map(
    named.flatMap((metric) => {
      const whole = filled(metric);
      return whole === undefined ? [] : [[keyOf(metric), whole] as const];
    }),
  );
  const values = await metricValues(aws, [...asked.values()], span);
  const figures = new Map([...asked.keys()].map((key, index) => [key, values[index] ?? []] as const));
  return rowsBy(environment, busNames, (metric) => {
    const found = figures.get(keyOf(metric)) ?? [];
    return found.length === 0 ? UNKNOWN : exactly(sum(found));
  });
}

/** Returns the metrics by which an environment is counted: those that its rows ask for, so that no metric is named twice. */
export function metricsOf(environment: Environment, busNames: ReadonlyMap<string, string> = new Map()): Metric[] {
  const asked = new Map<string, Metric>();
  rowsBy(environment, busNames, (metric) => {
    asked.set(keyOf(metric), metric);
    return UNKNOWN;
  });
  return [...asked.values()];
}

const keyOf = (metric: Metric) => JSON.stringify(metric);

function rowsBy(environment: Environment, busNames: ReadonlyMap<string, string>, figure: Figure): UsageRow[] {
  const busOfStream = (stream: string) => busNames.get(stream) ?? "";
  const { streams, destinations } = watched(environment, busOfStream);
  const deliveries = new Map(destinations.map((to) => [to.key, deliveriesTo(to, environment, figure)]));
  return [
    ...streams.map((stream) => streamRow(stream, figure)),
    ...Object.entries(environment.rules).map(([key, rule]): UsageRow => {
      const watchedRule = { bus: busOfStream(rule.stream), name: ruleName(key, rule) };
      const events = figure(ofRule(MATCHED, watchedRule));
      const each = rule.targets.map(({ destination }) => deliveries.get(destination)?.by(watchedRule));
      const delivered = together(each.map((one) => one ?? NOTHING));
      const remarks = [
        ...(events.least === undefined ? [NOT_COUNTED] : []),
        ...(each.includes(undefined) ? [SEVERAL] : []),
      ];
      return { kind: "rule", name: key, stream: rule.stream, events, ...delivered, remarks };
    }),
    ...[...deliveries.values()].map(({ row }) => row),
  ];
}

const NOTHING: Amounts = { events: UNKNOWN, bytes: UNKNOWN, pieces: UNKNOWN, dollars: UNKNOWN };

function streamRow(stream: WatchedStream, figure: Figure): UsageRow {
  const { key, type, monitored } = stream;
  const events = figure(ofStream(stream));
  const remark = events.least === undefined ? NOT_COUNTED : NO_BYTES;
  return {
    kind: "stream",
    name: key,
    type: type.type,
    events,
    bytes: UNKNOWN,
    pieces: pieces(events, UNKNOWN),
    dollars: cost(pricesOfStream(monitored), false, { events, bytes: UNKNOWN }),
    remarks: [remark],
  };
}

/** A destination's row, and what of it one rule sends; undefined where that cannot be told apart. */
interface Deliveries {
  readonly row: UsageRow;
  readonly by: (rule: WatchedRule) => Amounts | undefined;
}

function deliveriesTo(to: WatchedDestination, { destinations }: Environment, figure: Figure): Deliveries {
  const { key, type, dimensions, rules } = to;
  const otherwise = to.chargedBy === undefined ? [] : [chargedOtherwise(to.chargedBy)];
  const row = (amounts: Amounts, own: readonly string[]): UsageRow => {
    const missing = amounts.events.least === undefined ? [NOT_COUNTED] : [];
    const remarks = [...own, ...otherwise];
    return {
      kind: "destination",
      name: key,
      type: type.type,
      ...amounts,
      remarks: remarks.length > 0 ? remarks : missing,
    };
  };
  if (dimensions !== undefined) {
    const amounts = amountsOf(to, (metric) => figure({ ...metric, dimensions }));
    const noSize = type.monitored.bytes === undefined && amounts.events.least !== undefined ? [NO_SIZE] : [];
    // Whoever else sends to one that exists already is counted, too.
    const alone = rules.length === 1 && destinations[key]?.arn === undefined;
    return { row: row(amounts, noSize), by: () => (alone ? amounts : undefined) };
  }
  if (type.monitored.dimensions !== undefined) return { row: row(NOTHING, [ELSEWHERE]), by: () => undefined };
  const ofOne = (rule: WatchedRule) => amountsOf(to, (metric) => figure(ofRule(metric, rule)));
  const all = rules.map(ofOne);
  const events = total(all.map((one) => one.events));
  return { row: row({ events, ...together(all) }, events.least === undefined ? [] : [NO_SIZE]), by: ofOne };
}

function amountsOf(
  { type: { monitored }, chargedBy }: WatchedDestination,
  figure: (metric: MetricName) => Amount,
): Amounts {
  const count = monitored.count ?? monitored.usage[0]?.metric;
  const events = count === undefined ? UNKNOWN : figure(count);
  const bytes = monitored.bytes === undefined ? UNKNOWN : figure(monitored.bytes);
  const dollars = total(
    monitored.usage.map((usage) => {
      const ofBytes = usage.metric.name === monitored.bytes?.name;
      return cost(pricesOf(usage), ofBytes, { events: ofBytes ? events : figure(usage.metric), bytes });
    }),
  );
  return { events, bytes, pieces: pieces(events, bytes), dollars: chargedBy === undefined ? dollars : UNKNOWN };
}
