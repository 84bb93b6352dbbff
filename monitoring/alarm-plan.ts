import { perMonth } from "../aws/prices";
import { type Composite, composites } from "./composites";
import { type PlannedAlarm, plannedAlarms } from "./planned-alarms";
import type { Watched } from "./watched";

/** The alarms of a stack; none where alarms are switched off. */
export interface AlarmPlan {
  readonly alarms: readonly PlannedAlarm[];
  readonly composites: readonly Composite[];
}

/** The parts of the key `monitoring` that alarms depend on. */
interface Wanted {
  readonly alarms: boolean;
  readonly notify: readonly string[];
}

export function alarmPlan(stack: Watched, { alarms, notify }: Wanted): AlarmPlan {
  const planned = alarms ? plannedAlarms(stack) : [];
  return { alarms: planned, composites: composites(stack, planned, notify) };
}

/** Returns the number of watched metrics, and the cost of all alarms for a month, in US dollars. */
export function alarmCosts({ alarms, composites }: AlarmPlan): { readonly metrics: number; readonly dollars: number } {
  const metrics = alarms.reduce((sum, alarm) => sum + alarm.metrics.length, 0);
  return { metrics, dollars: metrics * perMonth.alarm_metric + composites.length * perMonth.composite_alarm };
}
