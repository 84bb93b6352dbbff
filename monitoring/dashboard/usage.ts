import { DASHBOARD_COLUMNS, METRICS_PER_WIDGET } from "../../aws/limits";
import type { Usage } from "../../aws/monitored";
import { PRICES_OF } from "../../aws/prices";
import { groupBy } from "../../text/group-by";
import { type Metric, ofRule, ofStream } from "../metrics";
import type { Watched, WatchedDestination, WatchedStream } from "../watched";
import { expressionLine, type Line, metricLine, month, text, type Widget } from "./widget";

/** An amount of events that are counted alike and have one price. */
interface Item {
  readonly label: string;
  readonly price: number;
  readonly metrics: readonly Metric[];
}

/** Returns the widgets of the number, size and cost of events in 30 days. */
export function usage(stack: Watched, fixed: string): Widget[] {
  const { aws_region: region } = stack;
  const counted = [...new Set(stack.streams.map(({ monitored }) => monitored.counted))].sort();
  return [
    month("Events in 30 days, by stream", region, numbers(stack), 6),
    month("Estimated cost of 30 days, US dollars", region, costs(items(stack)), 12),
    text(
      `**How it is estimated.** Number of events and bytes times list prices of ${PRICES_OF}, without free tiers; look yours up. A ${counted.join(" or ")} above 64 KB counts as several, which no metric shows; nor does any show how long functions run, how many steps an execution takes, or whom a topic delivers to. ${fixed}`,
      6,
      6,
    ),
    ...sizes(stack),
  ];
}

function numbers({ streams }: Watched): Line[] {
  return streams.slice(0, METRICS_PER_WIDGET).map((stream) => metricLine(ofStream(stream), { label: stream.key }));
}

function items({ streams, destinations: all }: Watched): Item[] {
  const destinations = all.filter(({ chargedBy }) => chargedBy === undefined);
  const label = ({ monitored }: WatchedStream) => monitored.priced ?? "EventBridge: events";
  const events = [...groupBy(streams, (stream) => `${stream.monitored.price} ${label(stream)}`).values()].map(
    (alike) => ({
      label: alike.map(label)[0] ?? "",
      price: alike[0]?.monitored.price ?? 0,
      metrics: alike.map((stream) => ofStream(stream)),
    }),
  );
  const types = [...new Set(destinations.map(({ type }) => type))];
  return [
    ...events,
    ...types.flatMap((type) =>
      type.monitored.usage.map((one) => ({
        label: `${type.type}: ${one.label}`,
        price: one.price,
        metrics: destinations.filter((destination) => destination.type === type).flatMap((to) => counted(to, one)),
      })),
    ),
  ].filter(({ metrics }) => metrics.length > 0);
}

/** Returns the metrics that count a destination's events: those of the rules that deliver there where it has none of its own. */
function counted({ type, dimensions, rules }: WatchedDestination, { metric }: Usage): Metric[] {
  if (dimensions !== undefined) return [{ ...metric, dimensions }];
  return type.monitored.dimensions === undefined ? rules.map((rule) => ofRule(metric, rule)) : [];
}

/** Returns the lines of the cost, with as many metrics as a widget can have; a larger stack is estimated too low. */
function costs(all: readonly Item[]): Line[] {
  let room = METRICS_PER_WIDGET - all.length - 1;
  const hidden: Line[] = [];
  const shown = all.map(({ label, price, metrics }, index) => {
    const ids = metrics.slice(0, room).map((metric, nth) => {
      const id = `m${index}_${nth}`;
      hidden.push(metricLine(metric, { label, id, visible: false }));
      return id;
    });
    room -= ids.length;
    return expressionLine(`SUM([${ids.join(", ")}]) / 1000000 * ${price}`, { label, id: `c${index}` });
  });
  const total = expressionLine(`SUM([${all.map((_, index) => `c${index}`).join(", ")}])`, {
    label: "together",
    id: "c",
  });
  return [...hidden, ...shown, total];
}

/** Returns the widgets of bytes by events, where a destination counts both. */
function sizes({ destinations, aws_region: region }: Watched): Widget[] {
  const lines = destinations.flatMap(({ key, type: { monitored }, dimensions }, index): Line[] => {
    const { bytes, count } = monitored;
    if (dimensions === undefined || bytes === undefined || count === undefined) return [];
    const label = `${key}: bytes an event`;
    return [
      metricLine({ ...bytes, dimensions }, { label, id: `b${index}`, visible: false }),
      metricLine({ ...count, dimensions }, { label, id: `n${index}`, visible: false }),
      expressionLine(`b${index} / n${index}`, { label, id: `s${index}` }),
    ];
  });
  const most = METRICS_PER_WIDGET - (METRICS_PER_WIDGET % 3);
  return lines.length === 0
    ? []
    : [month("Average size of an event", region, lines.slice(0, most), DASHBOARD_COLUMNS, 3)];
}
