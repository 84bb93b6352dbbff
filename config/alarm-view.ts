import { type Composite, composites } from "../modules/monitoring/composites";
import { type PlannedAlarm, plannedAlarms } from "../modules/monitoring/planned-alarms";
import { watched } from "../modules/monitoring/watched";
import type { Draft } from "./model";

/** The alarms that a stack would have; buses are named by their streams, since names of alarms do not depend on them. */
export interface AlarmView {
  readonly alarms: readonly PlannedAlarm[];
  readonly composites: readonly Composite[];
}

const NONE: AlarmView = { alarms: [], composites: [] };
const views = new WeakMap<Draft, AlarmView>();

/** Made once for each draft, as several checks want it. */
export function alarmView(draft: Draft): AlarmView {
  const known = views.get(draft) ?? view(draft);
  views.set(draft, known);
  return known;
}

function view({ place, name, streams, rules, destinations, top }: Draft): AlarmView {
  if (place === undefined || !top.monitoring?.alarms) return NONE;
  const stack = watched({ ...place, name, streams, rules, destinations }, (stream) => stream);
  const alarms = plannedAlarms(stack);
  return { alarms, composites: composites(stack, alarms, top.monitoring.notify) };
}
