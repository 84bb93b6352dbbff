import type { TerraformStack } from "cdktf";
import type { Environment } from "../../config/model";
import { dashboardName } from "../../config/names";
import { address } from "../address";
import { CloudwatchDashboard } from "../bindings";
import { alarmActions } from "./alarm-topic";
import { composites } from "./composites";
import { createAlarms } from "./create-alarms";
import { dashboardBody } from "./dashboard";
import { plannedAlarms } from "./planned-alarms";
import { watched } from "./watched";

/** Alarms and dashboard of a stack. `busOf`: the name of a stream's bus. */
export function createMonitoring(
  stack: TerraformStack,
  environment: Environment,
  busOf: (stream: string) => string,
  tags: Record<string, string>,
): void {
  const { alarms, dashboard, notify } = environment.monitoring;
  if (!alarms && !dashboard) return;
  const all = watched(environment, busOf);
  const planned = alarms ? plannedAlarms(all) : [];
  const paging = composites(all, planned, notify);
  if (alarms) createAlarms(stack, planned, paging, alarmActions(stack, environment, tags), tags);
  if (!dashboard) return;
  new CloudwatchDashboard(stack, address(CloudwatchDashboard, "genesys-events"), {
    dashboardName: dashboardName(environment.name),
    dashboardBody: dashboardBody(all, { alarms: planned, composites: paging }),
  });
}
