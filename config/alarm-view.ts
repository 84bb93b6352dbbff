import { type AlarmPlan, alarmPlan } from "../monitoring/alarm-plan";
import { watched } from "../monitoring/watched";
import { onceForEach } from "../text/once";
import type { Draft, Environment } from "./model";

const NONE: AlarmPlan = { alarms: [], composites: [] };

/**
 * The alarms that a stack would have; buses are named by their streams, since names of alarms do not depend on them. Made once for
 * each draft, as several checks want it.
 */
export const alarmView = onceForEach((draft: Draft): AlarmPlan => {
  const { place, name, streams, rules, destinations, top } = draft;
  if (place === undefined || !top.monitoring?.alarms) return NONE;
  const stack = watched({ ...place, name, streams, rules, destinations }, (stream) => stream);
  return alarmPlan(stack, top.monitoring);
});

/** Returns the same of an environment that is right. */
export function alarmsOf(environment: Environment): AlarmPlan {
  return alarmPlan(
    watched(environment, (stream) => stream),
    environment.monitoring,
  );
}
