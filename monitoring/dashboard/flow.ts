import type { MetricName } from "../../aws/alarm-kind";
import { METRICS_PER_WIDGET, SEARCHES_PER_WIDGET } from "../../aws/limits";
import { ofStream } from "../metrics";
import type { Watched } from "../watched";
import { largest, search, searches } from "./search";
import { expressionLine, graph, metricLine, type Widget } from "./widget";

const MATCHED = { namespace: "AWS/Events", name: "MatchedEvents", statistic: "Sum" } as const;

/** Returns the widgets of the flow of events: what comes in, what rules take, what goes where. */
export function flow({ streams, destinations, aws_region: region }: Watched): Widget[] {
  const arriving = destinations.flatMap(({ key, type, dimensions }) =>
    dimensions && type.monitored.count
      ? [metricLine({ ...type.monitored.count, dimensions }, { label: `${key} (${type.type})` })]
      : [],
  );
  return [
    graph(
      `Events from ${senders(streams).join(", ")}, by stream`,
      region,
      streams.slice(0, METRICS_PER_WIDGET).map((stream) => metricLine(ofStream(stream), { label: stream.key })),
      "events in 5 minutes",
    ),
    graph(
      "Events that rules took, by stream (twice where two rules take one)",
      region,
      streams
        .slice(0, SEARCHES_PER_WIDGET)
        .map(({ key, bus }) => expressionLine(`SUM(${search(MATCHED, [bus])})`, { label: key })),
      "events in 5 minutes",
    ),
    graph("Events that rules took: the 20 busiest rules", region, byRule(MATCHED, streams), "events in 5 minutes"),
    graph(
      "What destinations got, from whomever",
      region,
      arriving.slice(0, METRICS_PER_WIDGET),
      "records or messages in 5 minutes",
    ),
  ].filter(({ properties: { metrics } }) => Array.isArray(metrics) && metrics.length > 0);
}

/** Returns the senders of the streams, each once. */
function senders(streams: Watched["streams"]): string[] {
  return [...new Set(streams.map(({ type }) => type.sender))].sort();
}

/** Returns expressions that draw a line for each rule. CloudWatch labels the lines by what differs: the rules. */
export function byRule(metric: MetricName, streams: Watched["streams"]) {
  return searches(
    metric,
    streams.map(({ bus }) => bus),
  ).map((found) => expressionLine(largest(found, metric), { label: "" }));
}
