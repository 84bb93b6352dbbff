import { METRICS_PER_WIDGET } from "../../aws/limits";
import { alarmKinds } from "../alarms";
import { ofQueue, ofStream } from "../metrics";
import type { Watched } from "../watched";
import { byRule } from "./flow";
import { expressionLine, graph, type Line, metricLine, type Widget } from "./widget";

const QUEUE = { namespace: "AWS/SQS", statistic: "Maximum" } as const;
/** The time until an event is delivered, with all retries. */
const LATENCY = { namespace: "AWS/Events", name: "IngestionToInvocationSuccessLatency", statistic: "Average" } as const;

/** Returns the widgets of failures and of late events. */
export function trouble(stack: Watched): Widget[] {
  const { streams, deadLetterQueue, aws_region: region } = stack;
  const failures = alarmKinds.filter(({ subject }) => subject === "rules");
  return [
    graph(
      "Failures by rule: deliveries given up, events lost, rules held back",
      region,
      failures.flatMap(({ metric }) => byRule(metric, streams)),
      "in 5 minutes",
    ),
    graph(
      "Dead-letter queue: undelivered events",
      region,
      [
        metricLine(ofQueue({ ...QUEUE, name: "ApproximateNumberOfMessagesVisible" }, deadLetterQueue), {
          label: "in the queue",
        }),
      ],
      "messages",
    ),
    graph(
      "From EventBridge to the target, repeats included: the 20 slowest rules",
      region,
      byRule(LATENCY, streams),
      "milliseconds",
    ),
    ...atStreams(stack),
    ...atDestinations(stack),
  ];
}

/** Returns the widget of what goes wrong before events are on a bus, where types of streams have metrics of that. */
function atStreams({ streams, aws_region: region }: Watched): Widget[] {
  const lines = streams.flatMap((stream) =>
    stream.monitored.alarms
      .filter(({ subject }) => subject === "stream")
      .map(({ metric }) => metricLine(ofStream(stream, metric), { label: `${stream.key} (${metric.name})` })),
  );
  return lines.length > 0 ? [graph("Failures before an event bus", region, capped(lines), "in 5 minutes")] : [];
}

/** Returns the widgets of destinations' own metrics; ages in seconds, whatever unit AWS uses. */
function atDestinations({ destinations, aws_region: region }: Watched): Widget[] {
  const counts: Line[] = [];
  const ages: Line[] = [];
  for (const { key, alarms, dimensions, functions } of destinations) {
    for (const FunctionName of functions)
      for (const { metric } of alarms.filter(({ subject }) => subject === "functions"))
        counts.push(metricLine({ ...metric, dimensions: { FunctionName } }, { label: `${key} (${metric.name})` }));
    for (const { metric } of dimensions ? alarms.filter(({ subject }) => subject !== "functions") : []) {
      const of = { ...metric, dimensions: dimensions ?? {} };
      const label = `${key} (${metric.name})`;
      if (metric.statistic === "Sum") counts.push(metricLine(of, { label }));
      else if (metric.name.endsWith("Milliseconds")) {
        const id = `m${ages.length}`;
        ages.push(metricLine(of, { label, id, visible: false }), expressionLine(`${id} / 1000`, { label }));
      } else if (metric.statistic === "Maximum") ages.push(metricLine(of, { label }));
    }
  }
  return [
    ...(counts.length > 0 ? [graph("Failures at destinations", region, capped(counts), "in 5 minutes")] : []),
    ...(ages.length > 0 ? [graph("How long events wait at destinations", region, capped(ages), "seconds")] : []),
  ];
}

const capped = (lines: readonly Line[]) => lines.slice(0, METRICS_PER_WIDGET);
