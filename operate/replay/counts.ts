import { logicalId } from "../../aws/names";
import type { Stream } from "../../config/model";
import { type Metric, ofRule } from "../../monitoring/metrics";
import { streamType } from "../../streams";
import { monitoringOf } from "../../streams/parts/monitored";
import type { Aws } from "../aws/aws";
import { AwsProblem } from "../aws/aws-problem";
import { metricValues, sum } from "../aws/metric-values";
import type { Range } from "./range";

/** What CloudWatch counted in a range: about what a replay of it sends. */
export interface Counts {
  /** The events that came on the bus; undefined where CloudWatch has no figure. */
  readonly arrived: number | undefined;
  /** The events that a rule matched, by the rule's name in AWS; a rule without a figure is left out. */
  readonly matched: ReadonlyMap<string, number>;
}

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
  const seconds = period(range, now);
  const of = dimensions(bus, { id: logicalId(key) });
  // What only Terraform knows, nobody can ask for here.
  const unknown = Object.values(of).some((value) => value.includes("${"));
  const matched = rules.map((rule): Metric => ofRule(MATCHED, { bus, name: rule }));
  const metrics = unknown ? matched : [...matched, { ...arrivals, dimensions: of }];
  try {
    const found = await metricValues(aws, metrics, { ...aligned(range, seconds), seconds });
    const counted = found.map((values) => (values.length === 0 ? undefined : sum(values)));
    return {
      arrived: counted[rules.length],
      matched: new Map(
        rules.flatMap((rule, index) => {
          const count = counted[index];
          return count === undefined ? [] : [[rule, count]];
        }),
      ),
    };
  } catch (error) {
    if (error instanceof AwsProblem) return error.message;
    throw error;
  }
}

const MATCHED = { namespace: "AWS/Events", name: "MatchedEvents", statistic: "Sum" } as const;

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
