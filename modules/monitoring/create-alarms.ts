import type { TerraformStack } from "cdktf";
import type { AlarmPlan } from "../../monitoring/alarm-plan";
import type { PlannedAlarm } from "../../monitoring/planned-alarms";
import { address } from "../address";
import { CloudwatchCompositeAlarm, CloudwatchMetricAlarm } from "../bindings";

/** Makes all alarms. Those of a stream notify nobody: the stream's composite alarm does. */
export function createAlarms(
  stack: TerraformStack,
  { alarms, composites }: AlarmPlan,
  receivers: readonly string[],
  tags: Record<string, string>,
): void {
  const told = receivers.length === 0 ? {} : { alarmActions: [...receivers], okActions: [...receivers] };
  const made = new Map(
    alarms.map((alarm) => [
      alarm.id,
      new CloudwatchMetricAlarm(stack, address(CloudwatchMetricAlarm, alarm.id), {
        alarmName: alarm.name,
        alarmDescription: alarm.description,
        ...watchedValue(alarm),
        comparisonOperator: alarm.kind.comparison,
        threshold: alarm.kind.threshold,
        datapointsToAlarm: alarm.kind.datapoints,
        evaluationPeriods: alarm.kind.periods,
        treatMissingData: alarm.kind.missing,
        tags,
        ...(alarm.streams.length === 0 && told),
        // CloudWatch deletes no alarm that a composite one names: so the composite one must change before this one is destroyed.
        lifecycle: { createBeforeDestroy: true },
      }),
    ]),
  );
  for (const { id, name, description, rule, children } of composites) {
    new CloudwatchCompositeAlarm(stack, address(CloudwatchCompositeAlarm, id), {
      alarmName: name,
      alarmDescription: description,
      alarmRule: rule,
      tags,
      ...told,
      dependsOn: children.flatMap((child) => made.get(child.id) ?? []),
    });
  }
}

function watchedValue({ metrics, expression, period_seconds: period, kind }: PlannedAlarm) {
  if (expression === undefined) {
    const [metric] = metrics;
    if (metric === undefined) throw new Error(`the alarm ${kind.kind} has no metric`);
    const { namespace, name: metricName, statistic, dimensions } = metric;
    return { namespace, metricName, statistic, period, dimensions: { ...dimensions } };
  }
  return {
    metricQuery: [
      { id: "total", expression, label: kind.metric.name, returnData: true },
      ...metrics.map(({ namespace, name: metricName, statistic: stat, dimensions }, index) => ({
        id: `m${index}`,
        metric: { namespace, metricName, stat, period, dimensions: { ...dimensions } },
      })),
    ],
  };
}
