import type { Metric } from "../../../monitoring/metrics";
import { metricValues, sum } from "../../aws/metric-values";
import type { Look } from "../look";

const PERIOD_SECONDS = 300;
const HOUR = 3_600_000;

/** Returns the sum, or the greatest value, of each metric in the last hour; 0 where there was none. */
export async function lastHour({ account, now }: Look, metrics: readonly Metric[]): Promise<number[]> {
  const span = { from: new Date(now.getTime() - HOUR), to: now, seconds: PERIOD_SECONDS };
  const found = await metricValues(account.aws, metrics, span);
  return metrics.map(({ statistic }, index) => {
    const values = found[index] ?? [];
    return statistic === "Sum" ? sum(values) : Math.max(0, ...values);
  });
}
