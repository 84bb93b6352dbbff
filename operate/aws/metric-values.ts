import type { MetricDataQuery } from "@aws-sdk/client-cloudwatch";
import type { Metric } from "../../monitoring/metrics";
import type { Aws } from "./aws";
import { pages } from "./pages";

/** CloudWatch API reference, GetMetricData: the most queries of one call (2026-11). */
const QUERIES = 500;

/** A part of the past, and the seconds that each value of it is of. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  readonly seconds: number;
}

/** Returns the values that CloudWatch has of each metric in a span, in no order; none where nothing was counted. */
export async function metricValues(aws: Aws, metrics: readonly Metric[], span: Span): Promise<(readonly number[])[]> {
  if (metrics.length === 0) return [];
  const sdk = await import("@aws-sdk/client-cloudwatch");
  const client = aws.client(sdk.CloudWatchClient);
  const parts = Array.from({ length: Math.ceil(metrics.length / QUERIES) }, (_, part) =>
    metrics.slice(part * QUERIES, (part + 1) * QUERIES),
  );
  const found = await Promise.all(
    parts.map(async (part) => {
      const MetricDataQueries = part.map((metric, index) => queryOf(metric, index, span));
      const results = await pages(async (NextToken) => {
        const asked = { MetricDataQueries, StartTime: span.from, EndTime: span.to, NextToken };
        const answer = await client.send(new sdk.GetMetricDataCommand(asked));
        return [answer.MetricDataResults, answer.NextToken];
      });
      return part.map((_, index) => results.flatMap(({ Id, Values = [] }) => (Id === `m${index}` ? Values : [])));
    }),
  );
  return found.flat();
}

function queryOf(
  { namespace, name, statistic, dimensions }: Metric,
  index: number,
  { seconds }: Span,
): MetricDataQuery {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  const Metric = { Namespace: namespace, MetricName: name, Dimensions };
  return { Id: `m${index}`, MetricStat: { Metric, Period: seconds, Stat: statistic } };
}

export function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
