import type { MetricName } from "./alarm-kind";
import type { Dimensions } from "./monitored";
import type { WatchedRule } from "./watched";

/** One series of values in CloudWatch, and what is made of them within a period. */
export interface Metric extends MetricName {
  readonly dimensions: Dimensions;
}

/** Of a bus that is not the default one, both dimensions are needed. */
export function ofRule(metric: MetricName, { bus, name }: WatchedRule): Metric {
  return { ...metric, dimensions: { EventBusName: bus, RuleName: name } };
}

/** Of what Genesys Cloud sends; the source has the name of its bus. */
export function ofSource(metric: MetricName, bus: string): Metric {
  return { ...metric, dimensions: { EventSourceName: bus } };
}

export function ofQueue(metric: MetricName, queue: string): Metric {
  return { ...metric, dimensions: { QueueName: queue } };
}
