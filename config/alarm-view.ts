import { type AlarmPlan, alarmPlan } from "../monitoring/alarm-plan";
import { watched } from "../monitoring/watched";
import type { Draft, Environment } from "./model";

const NONE: AlarmPlan = { alarms: [], composites: [] };
const views = new WeakMap<Draft, AlarmPlan>();

/**
 * The alarms that a stack would have; buses are named by their streams, since names of alarms do not depend on them. Made once for
 * each draft, as several checks want it.
 */
export function alarmView(draft: Draft): AlarmPlan {
  const known = views.get(draft) ?? view(draft);
  views.set(draft, known);
  return known;
}

/** Returns the same of an environment that is right. */
export function alarmsOf(environment: Environment): AlarmPlan {
  return alarmPlan(
    watched(environment, (stream) => stream),
    environment.monitoring,
  );
}

function view({ place, name, streams, rules, destinations, top }: Draft): AlarmPlan {
  if (place === undefined || !top.monitoring?.alarms) return NONE;
  const stack = watched({ ...place, name, streams, rules, destinations }, (stream) => stream);
  return alarmPlan(stack, top.monitoring);
}
