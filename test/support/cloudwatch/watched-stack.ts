import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../committed";
import { type Synthesized, synthesized } from "../stack";
import { fires, holds, type MetricAlarm } from "./alarm";
import type { Named, World } from "./world";

const EVERY = readFileSync(join(root, "test", "rehearsal", "every-destination", "every.tfvars"), "utf8");

// Which the stand-in for AWS has not, and so the file has not either.
const SPLUNK = `
  splunk = { type = "firehose", splunk = { hec_url = "https://splunk.acme.example:8088", token = { secrets_manager = "s" } } }`;

/** Returns a file with each kind of destination, an alarm after an hour of silence, and somebody to notify. */
export function everyDestination(more = ""): string {
  const withSplunk = EVERY.replace('"inside", ', '$&"splunk", ').replace("destinations = {", `$&${SPLUNK}`);
  return `${withSplunk.replace('event_source_suffix = "audit-every"', "$&\n    silence_minutes = 60")}
organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"
monitoring = { notify = ["arn:aws:sns:us-east-1:123456789012:on-call"] }
${more}`;
}

export interface CompositeAlarm {
  readonly alarm_name: string;
  readonly alarm_rule: string;
  readonly alarm_actions?: readonly string[];
  readonly depends_on: readonly string[];
}

export interface WatchedStack {
  readonly stack: Synthesized;
  readonly alarms: readonly MetricAlarm[];
  readonly composites: readonly CompositeAlarm[];
}

export function watchedStack(text: string): WatchedStack {
  const stack = synthesized(text, "every");
  return {
    stack,
    alarms: named<MetricAlarm>(stack.resource.aws_cloudwatch_metric_alarm),
    composites: named<CompositeAlarm>(stack.resource.aws_cloudwatch_composite_alarm),
  };
}

/** Returns resources with their attributes' types, which the binding has enforced in synthesis. */
function named<Attributes>(resources: Readonly<Record<string, object>> = {}): Attributes[] {
  return Object.values(resources) as Attributes[];
}

/** Returns the names of all alarms that fire, composite ones included. */
export function firing({ alarms, composites }: WatchedStack, world: World): string[] {
  const details = new Set(alarms.filter((alarm) => fires(alarm, world)).map(({ alarm_name }) => alarm_name));
  const together = composites.filter(({ alarm_rule }) => holds(alarm_rule, details));
  return [...details, ...together.map(({ alarm_name }) => alarm_name)].sort();
}

export function metricsOf({ namespace, metric_name: name, dimensions, metric_query }: MetricAlarm): Named[] {
  if (metric_query === undefined) return [{ namespace, name, dimensions }];
  return metric_query.flatMap(({ metric }) =>
    metric === undefined
      ? []
      : [{ namespace: metric.namespace, name: metric.metric_name, dimensions: metric.dimensions }],
  );
}
