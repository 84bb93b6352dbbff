import type { MetricDataQuery } from "@aws-sdk/client-cloudwatch";
import { logicalId } from "../../aws/names";
import type { Stream } from "../../config/model";
import { streamType } from "../../streams";
import { monitoringOf } from "../../streams/parts/monitored";
import type { Aws } from "../aws/aws";
import { AwsProblem } from "../aws/aws-problem";
import { pages } from "../aws/pages";
import type { Range } from "./range";

/** What CloudWatch counted in a range: about what a replay of it sends. */
export interface Counts {
  /** The events that came on the bus; undefined where CloudWatch has no figure. */
  readonly arrived: number | undefined;
  /** The events that a rule matched, by the rule's name in AWS; a rule without a figure is left out. */
  readonly matched: ReadonlyMap<string, number>;
}

/** The length of a query's list (CloudWatch API reference, GetMetricData, 2026-11). */
const QUERIES = 500;
const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/**
 * Asks CloudWatch how many events came and matched. Its figures are by whole minutes, or hours where the time is long ago, so that
 * those at the ends are counted whole.
 *
 * @returns the reason where it cannot be asked: it is worth knowing, and no reason not to replay
 */
export async function countsOf(
  aws: Aws,
  { key, keys, bus }: { readonly key: string; readonly keys: Stream; readonly bus: string },
  rules: readonly string[],
  range: Range,
  now: Date,
): Promise<Counts | string> {
  const { arrivals, dimensions } = monitoringOf(streamType(keys.type), keys);
  const Period = period(range, now);
  const query = (id: string, metric: { namespace: string; name: string }, of: Readonly<Record<string, string>>) => ({
    Id: id,
    MetricStat: {
      Metric: {
        Namespace: metric.namespace,
        MetricName: metric.name,
        Dimensions: Object.entries(of).map(([Name, Value]) => ({ Name, Value })),
      },
      Period,
      Stat: "Sum",
    },
  });
  const of = dimensions(bus, { id: logicalId(key) });
  // What only Terraform knows, nobody can ask for here.
  const unknown = Object.values(of).some((value) => value.includes("${"));
  const queries: MetricDataQuery[] = [
    ...(unknown ? [] : [query("arrived", arrivals, of)]),
    ...rules.map((rule, index) => query(`rule${index}`, MATCHED, { EventBusName: bus, RuleName: rule })),
  ];
  try {
    const sums = await sumsOf(aws, queries, aligned(range, Period));
    return {
      arrived: sums.get("arrived"),
      matched: new Map(
        rules.flatMap((rule, index) => {
          const sum = sums.get(`rule${index}`);
          return sum === undefined ? [] : [[rule, sum]];
        }),
      ),
    };
  } catch (error) {
    if (error instanceof AwsProblem) return error.message;
    throw error;
  }
}

const MATCHED = { namespace: "AWS/Events", name: "MatchedEvents" };

async function sumsOf(
  aws: Aws,
  queries: readonly MetricDataQuery[],
  { from, to }: Range,
): Promise<Map<string, number>> {
  const { CloudWatchClient, GetMetricDataCommand } = await import("@aws-sdk/client-cloudwatch");
  const client = aws.client(CloudWatchClient);
  const sums = new Map<string, number>();
  for (let start = 0; start < queries.length; start += QUERIES) {
    const MetricDataQueries = queries.slice(start, start + QUERIES);
    const results = await pages(async (NextToken) => {
      const page = await client.send(
        new GetMetricDataCommand({ MetricDataQueries, StartTime: from, EndTime: to, NextToken }),
      );
      return [page.MetricDataResults, page.NextToken];
    });
    for (const { Id = "", Values = [] } of results) {
      if (Values.length > 0)
        sums.set(
          Id,
          Values.reduce((sum, value) => sum + value, sums.get(Id) ?? 0),
        );
    }
  }
  return sums;
}

/** CloudWatch keeps minutes for 15 days, five minutes for 63, hours for 455 (user guide, "Metrics retention", 2026-11). */
function period({ from, to }: Range, now: Date): number {
  const [age, length] = [now.getTime() - from.getTime(), to.getTime() - from.getTime()].map((ms) => ms / 1000);
  if (age === undefined || length === undefined || age > 63 * DAY || length > 5 * DAY) return HOUR;
  return age > 15 * DAY || length > DAY ? 5 * MINUTE : MINUTE;
}

function aligned({ from, to }: Range, seconds: number): Range {
  const step = seconds * 1000;
  return {
    from: new Date(Math.floor(from.getTime() / step) * step),
    to: new Date(Math.ceil(to.getTime() / step) * step),
  };
}
