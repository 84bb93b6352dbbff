import { type AlarmKind, AT_ONCE, type MetricName, SILENCE } from "../../../aws/alarm-kind";
import { perMillion } from "../../../aws/prices";
import type { StreamMonitoring } from "../../stream-type";

/** The metrics that filters make of the figures in the bridge's log, by the name of the figure. */
export const NAMESPACE = "GenesysEventBridge/Bridge";
export const metrics = {
  channels: { name: "Channels", statistic: "Maximum" },
  events: { name: "Events", statistic: "Sum" },
  gaps: { name: "Gaps", statistic: "Sum" },
  waited_seconds: { name: "WaitedSeconds", statistic: "Maximum" },
} as const satisfies Record<string, Omit<MetricName, "namespace">>;

const metric = (figure: keyof typeof metrics): MetricName => ({ namespace: NAMESPACE, ...metrics[figure] });

const LOG = "the bridge's log group, /aws/ecs/<environment>/<stream>, which has the reason";

const alarms: readonly AlarmKind[] = [
  {
    ...AT_ONCE,
    kind: "gap",
    subject: "stream",
    when: "events may have been missed",
    metric: metric("gaps"),
    advice: `Likeliest: a socket was lost, or the task was replaced, as at each deployment. Look first at ${LOG} and the bounds. The event bridge.gap on the bus says the same; genesys-eventbridge backfill --gaps fetches what can be fetched.`,
  },
  {
    ...AT_ONCE,
    kind: "late",
    subject: "stream",
    when: "events have waited for the bus for more than a minute",
    metric: metric("waited_seconds"),
    threshold: 60,
    advice: `Likeliest: more events come than PutEvents takes in this region, or the task's role may no longer put them. Look first at ${LOG}. When the buffer is full, the task ends and another one says the gap.`,
  },
  {
    kind: "down",
    subject: "stream",
    when: "no channel was open for 10 minutes, or no task runs",
    metric: metric("channels"),
    period_seconds: 300,
    datapoints: 2,
    periods: 2,
    comparison: "LessThanThreshold",
    threshold: 1,
    missing: "breaching",
    advice: `Likeliest: the image cannot be pulled, the OAuth client's secret is another one, or the subnets have no way to Genesys Cloud. Look first at the service's events and stopped tasks in the ECS console, then at ${LOG}. Nothing is kept meanwhile: a gap is said when it runs again.`,
  },
  {
    ...SILENCE,
    when: "the bridge received no event for silence_minutes",
    metric: metric("events"),
    advice: `Likeliest: subscriptions are refused since the OAuth client lacks a permission, or nothing happened that sends an event. Look first at ${LOG}. If the time was simply quiet, write a larger silence_minutes.`,
  },
];

export const bridgeMonitoring: StreamMonitoring = {
  arrivals: metric("events"),
  dimensions: (bus) => ({ Bus: bus }),
  alarms,
  advice: "look at the bridge's log and at the service in ECS",
  price: perMillion.event,
  counted: "event",
};
