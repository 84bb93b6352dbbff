import { evaluate, type Series } from "./math";
import type { Named, World } from "./world";

interface MetricQuery {
  readonly id: string;
  readonly expression?: string;
  readonly return_data?: boolean;
  readonly metric?: {
    readonly namespace: string;
    readonly metric_name: string;
    readonly dimensions: Readonly<Record<string, string>>;
    readonly stat: string;
    readonly period: number;
  };
}

/** An `aws_cloudwatch_metric_alarm` as Terraform gets it. */
export interface MetricAlarm {
  readonly alarm_name: string;
  readonly alarm_description: string;
  readonly alarm_actions?: readonly string[];
  readonly ok_actions?: readonly string[];
  readonly namespace: string;
  readonly metric_name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: string;
  readonly period: number;
  readonly metric_query?: readonly MetricQuery[];
  readonly comparison_operator: string;
  readonly threshold: number;
  readonly evaluation_periods: number;
  readonly datapoints_to_alarm: number;
  readonly treat_missing_data: string;
}

/** The number of periods that CloudWatch reads beside those that it evaluates, for values in place of missing ones. */
const LOOKED_AT_BESIDES = 2;

const COMPARE: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
};

/** Returns whether the alarm fires now, by CloudWatch's user guide, "Configuring how CloudWatch alarms treat missing data". */
export function fires(alarm: MetricAlarm, world: World): boolean {
  const { evaluation_periods, datapoints_to_alarm, threshold, comparison_operator, treat_missing_data } = alarm;
  const compare = COMPARE[comparison_operator];
  if (compare === undefined) throw new Error(`${comparison_operator} is not evaluated here`);
  const present = watched(alarm, world).flatMap((value) => value ?? []);
  const evaluated = present.slice(0, evaluation_periods).map((value) => compare(value, threshold));
  while (evaluated.length < evaluation_periods) evaluated.push(treat_missing_data === "breaching");
  return evaluated.filter(Boolean).length >= datapoints_to_alarm;
}

function watched(alarm: MetricAlarm, world: World): Series {
  const length = alarm.evaluation_periods + LOOKED_AT_BESIDES;
  if (alarm.metric_query === undefined) {
    const { namespace, metric_name: name, dimensions, statistic, period } = alarm;
    return seriesOf({ namespace, name, dimensions }, statistic, period, length, world);
  }
  const series = Object.fromEntries(
    alarm.metric_query.flatMap(({ id, metric }): [string, Series][] => {
      if (metric === undefined) return [];
      const { namespace, metric_name: name, dimensions, stat, period } = metric;
      return [[id, seriesOf({ namespace, name, dimensions }, stat, period, length, world)]];
    }),
  );
  const returned = alarm.metric_query.filter(({ return_data }) => return_data);
  if (returned.length !== 1) throw new Error(`${alarm.alarm_name} must return one series`);
  return evaluate(returned[0]?.expression ?? "", series);
}

function seriesOf(metric: Named, statistic: string, period: number, length: number, world: World): Series {
  const minutes = period / 60;
  return Array.from({ length }, (_, index) =>
    statisticOf(world.between(metric, (index + 1) * minutes, index * minutes), statistic),
  );
}

function statisticOf(values: readonly number[], statistic: string): number | undefined {
  if (values.length === 0) return undefined;
  const sum = values.reduce((total, value) => total + value, 0);
  if (statistic === "Sum") return sum;
  if (statistic === "Average") return sum / values.length;
  if (statistic === "Maximum") return Math.max(...values);
  throw new Error(`${statistic} is not evaluated here`);
}

/** Returns whether a composite alarm's rule, of ALARM("…") and OR, holds. */
export function holds(rule: string, firing: ReadonlySet<string>): boolean {
  const terms = rule.split(" OR ").map((term) => /^ALARM\("([^"]+)"\)$/.exec(term)?.[1]);
  if (terms.includes(undefined)) throw new Error(`${rule} is not evaluated here`);
  return terms.some((name) => name !== undefined && firing.has(name));
}
