import { parseArn } from "../../aws/arn";
import { defaults } from "../../aws/defaults";
import { ALARM_ACTIONS } from "../../aws/limits";
import { alarmCosts } from "../../monitoring/alarm-plan";
import { inPartition } from "../../schema/partition";
import type { Fault } from "../../text/issue";
import { alarmView } from "../alarm-view";
import type { Draft } from "../model";
import { notified } from "../notify";
import { defineCheck } from "./check";

type Monitoring = NonNullable<Draft["top"]["monitoring"]>;

export const monitoringCheck = defineCheck({
  name: "monitoring",
  says: ["alarm-tells-nobody", "alarm-too-many-receivers", "alarms-costly", "alarms-off", "arn-elsewhere"],
  run: monitoringFaults,
});

function monitoringFaults(draft: Draft): Fault[] {
  const { monitoring } = draft.top;
  if (monitoring === undefined) return [];
  return [
    ...tooManyReceivers(monitoring),
    ...topicsElsewhere(draft, monitoring),
    ...nobodyTold(draft, monitoring),
    ...costly(draft),
  ];
}

/** Finds more receivers than an alarm may have; all addresses together are one. */
function tooManyReceivers(monitoring: Monitoring): Fault[] {
  const { topics, addresses } = notified(monitoring);
  const count = topics.length + Math.min(addresses.length, 1);
  if (count <= ALARM_ACTIONS) return [];
  const message = `names ${topics.length} topics${addresses.length > 0 ? " and e-mail addresses, which get one of their own" : ""}; an alarm tells ${ALARM_ACTIONS}: leave some out, or subscribe them to one topic`;
  return [{ id: "alarm-too-many-receivers", path: ["monitoring", "notify"], message }];
}

/** CloudWatch refuses a topic of another region when the alarm is made. */
function topicsElsewhere({ place }: Draft, monitoring: Monitoring): Fault[] {
  if (place === undefined) return [];
  const path = ["monitoring", "notify"];
  return notified(monitoring).topics.flatMap((topic): Fault[] => {
    const { region } = parseArn(topic);
    if (region === place.aws_region) return inPartition(topic, place.aws_region, path);
    const message = `${topic} is in the region ${region}, but alarms tell topics only in ${place.aws_region}; write one of there`;
    return [{ id: "arn-elsewhere", path, message }];
  });
}

/** Whoever protects a stream cares whether its events arrive. */
function nobodyTold({ streams }: Draft, { alarms, notify }: Monitoring): Fault[] {
  const [cared] = Object.entries(streams).find(([, { protect }]) => protect) ?? [];
  if (cared === undefined || (alarms && notify.length > 0)) return [];
  const message = alarms
    ? `is empty, so that nobody is told when events of ${cared} are lost, and it is protected; write an SNS topic's ARN or an e-mail address`
    : `is false, so that no alarm fires when events of ${cared} are lost, and it is protected; write true`;
  return [
    {
      id: alarms ? "alarm-tells-nobody" : "alarms-off",
      severity: "warning",
      path: ["monitoring", alarms ? "notify" : "alarms"],
      message,
    },
  ];
}

function costly(draft: Draft): Fault[] {
  const { metrics, dollars } = alarmCosts(alarmView(draft));
  if (metrics <= defaults.alarm_metrics_unnoticed) return [];
  const message = `the alarms watch ${metrics} metrics, three for each rule, which costs about $${dollars.toFixed(0)} a month; write alarms = false if that is more than they are worth`;
  return [{ id: "alarms-costly", severity: "warning", path: ["monitoring"], message }];
}
