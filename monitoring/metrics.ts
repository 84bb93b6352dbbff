import type { MetricName } from "../aws/alarm-kind";
import type { Dimensions } from "../aws/monitored";
import { logicalId } from "../aws/names";
import type { WatchedRule, WatchedStream } from "./watched";

/** One series of values in CloudWatch, and the statistic of a period. */
export interface Metric extends MetricName {
  readonly dimensions: Dimensions;
}

/** Returns a metric of a rule. For a bus that is not the default one, both dimensions are needed. */
export function ofRule(metric: MetricName, { bus, name }: WatchedRule): Metric {
  return { ...metric, dimensions: { EventBusName: bus, RuleName: name } };
}

/** Returns a metric of the events that come in, by default their number. */
export function ofStream({ key, monitored, bus }: WatchedStream, metric = monitored.arrivals): Metric {
  return { ...metric, dimensions: monitored.dimensions(bus, { id: logicalId(key) }) };
}

export function ofQueue(metric: MetricName, queue: string): Metric {
  return { ...metric, dimensions: { QueueName: queue } };
}
