import { ALARMS_PER_WIDGET, DASHBOARD_COLUMNS } from "../../aws/limits";
import { arn } from "../../aws/names";
import { perMonth } from "../../aws/prices";
import { type AlarmPlan, alarmCosts } from "../alarm-plan";
import type { Watched } from "../watched";
import { flow } from "./flow";
import { laidOut } from "./layout";
import { trouble } from "./trouble";
import { usage } from "./usage";
import { text, type Widget } from "./widget";

/** Returns the body of a stack's dashboard, as CloudWatch takes it. */
export function dashboardBody(stack: Watched, alarms: AlarmPlan): string {
  const heading = (markdown: string) => text(`## ${markdown}`, DASHBOARD_COLUMNS, 1);
  return JSON.stringify({
    widgets: laidOut([
      [text(introduction(stack), DASHBOARD_COLUMNS, 2)],
      alarmStates(stack, alarms),
      [heading("Is it flowing?"), ...flow(stack)],
      [heading("What fails, and how late is it?"), ...trouble(stack)],
      [heading("How much is it, and what does it cost?"), ...usage(stack, fixedCosts(stack, alarms))],
    ]),
  });
}

function introduction({ environment, deadLetterQueue, streams }: Watched): string {
  const advice = [...new Set(streams.map(({ monitored }) => monitored.advice))];
  return `# Genesys Cloud events: ${environment}
Nothing comes in: ${advice.join(", or ")}. It comes in and no rule takes it: compare topics and patterns with an event. A rule takes it and nothing arrives: the messages of the queue \`${deadLetterQueue}\` say why, in the attributes ERROR_CODE and ERROR_MESSAGE. EventBridge's metrics come a minute or more late.`;
}

/** Returns the states of the alarms that tell people, or of all alarms where nobody is told. */
function alarmStates(stack: Watched, { alarms, composites }: AlarmPlan): Widget[] {
  const told = [...composites, ...alarms.filter(({ streams }) => streams.length === 0)];
  const names = (composites.length === 0 ? alarms : told).map(({ name }) => name);
  if (names.length === 0) return [];
  const arns = names.slice(0, ALARMS_PER_WIDGET).map((name) => arn(stack, "cloudwatch", `alarm:${name}`));
  return [{ type: "alarm", width: DASHBOARD_COLUMNS, height: 2, properties: { title: "Alarms", alarms: arns } }];
}

/** Returns the monthly costs that no number of events changes, in words. */
function fixedCosts({ destinations, streams }: Watched, alarms: AlarmPlan): string {
  const priced = destinations.filter(({ chargedBy }) => chargedBy === undefined);
  const all = [...streams.map(({ monitored }) => monitored.monthly), ...priced.map(({ type }) => type.monthly)];
  const monthly = [...new Set(all)].flatMap((one) => {
    const count = all.filter((other) => other === one).length;
    return one === undefined ? [] : [`${one.label} $${count * one.dollars}`];
  });
  return [
    `Not in it, each month: alarms $${alarmCosts(alarms).dollars.toFixed(2)}, this dashboard $${perMonth.dashboard} (three in an account are free)`,
    ...monthly,
    "storage and requests of readers.",
  ].join(", ");
}
