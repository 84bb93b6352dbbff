import type { TerraformStack } from "cdktf";
import { dashboardName } from "../../aws/names";
import type { Environment } from "../../config/model";
import { alarmPlan } from "../../monitoring/alarm-plan";
import { dashboardBody } from "../../monitoring/dashboard";
import { watched } from "../../monitoring/watched";
import { address } from "../address";
import { CloudwatchDashboard } from "../bindings";
import { alarmActions } from "./alarm-topic";
import { createAlarms } from "./create-alarms";

/** Makes alarms and dashboard of a stack. `busOf` returns the name of a stream's bus. */
export function createMonitoring(
  stack: TerraformStack,
  environment: Environment,
  busOf: (stream: string) => string,
  tags: Record<string, string>,
): void {
  const { alarms, dashboard } = environment.monitoring;
  if (!alarms && !dashboard) return;
  const all = watched(environment, busOf);
  const plan = alarmPlan(all, environment.monitoring);
  if (alarms) createAlarms(stack, plan, alarmActions(stack, environment, tags), tags);
  if (!dashboard) return;
  new CloudwatchDashboard(stack, address(CloudwatchDashboard, "genesys-events"), {
    dashboardName: dashboardName(environment.name),
    dashboardBody: dashboardBody(all, plan),
  });
}
