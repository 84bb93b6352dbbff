import type { MetricDataQuery } from "@aws-sdk/client-cloudwatch";
import type { Metric } from "../../../monitoring/metrics";
import { pages } from "../../aws/pages";
import type { Look } from "../look";
import { cloudwatch } from "./clients";

/** CloudWatch API reference, GetMetricData: the most queries of one call (2026-11). */
const QUERIES = 500;
const PERIOD_SECONDS = 300;
const HOUR = 3_600_000;

/** Returns the sum, or the greatest value, of each metric in the last hour; 0 where there was none. */
export async function lastHour(look: Look, metrics: readonly Metric[]): Promise<number[]> {
  const parts = Array.from({ length: Math.ceil(metrics.length / QUERIES) }, (_, part) =>
    metrics.slice(part * QUERIES, (part + 1) * QUERIES),
  );
  return (await Promise.all(parts.map((part) => valuesOf(look, part)))).flat();
}

async function valuesOf({ account, now }: Look, metrics: readonly Metric[]): Promise<number[]> {
  const { sdk, client } = await cloudwatch(account);
  const MetricDataQueries = metrics.map(({ namespace, name, statistic, dimensions }, index): MetricDataQuery => {
    const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
    const Metric = { Namespace: namespace, MetricName: name, Dimensions };
    return { Id: `m${index}`, MetricStat: { Metric, Period: PERIOD_SECONDS, Stat: statistic } };
  });
  const results = await pages(async (NextToken) => {
    const StartTime = new Date(now.getTime() - HOUR);
    const asked = new sdk.GetMetricDataCommand({ MetricDataQueries, StartTime, EndTime: now, NextToken });
    const answer = await client.send(asked);
    return [answer.MetricDataResults, answer.NextToken];
  });
  const found = new Map<string, number[]>();
  for (const { Id = "", Values = [] } of results) found.set(Id, [...(found.get(Id) ?? []), ...Values]);
  return metrics.map(({ statistic }, index) => {
    const values = found.get(`m${index}`) ?? [];
    return statistic === "Sum" ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
  });
}
