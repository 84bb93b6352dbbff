import type { CompositeAlarm, MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { text } from "../../../report/resources/resource";
import { pages } from "../../aws/pages";
import { broken, type Check, type Link, ok, warning } from "../link";
import { cloudwatch } from "../live/clients";
import { declaredBy, type Look } from "../look";
import { applyAgain } from "../remedies";

/** CloudWatch API reference, DescribeAlarms: the most names of one call (2026-11). */
const NAMES = 100;

/** Every alarm: there, and not ringing. */
export const alarms: Link = {
  id: "alarms",
  title: "alarms",
  async check(look) {
    const declared = declaredBy(look.environment);
    const wanted = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"].flatMap((type) =>
      declared.of(type),
    );
    const names = wanted.flatMap((alarm) => text(alarm, "alarm_name") ?? []);
    const found = await alarmsCalled(look, names);
    return names.map((name) => checkOne(look, name, found.get(name)));
  },
};

type Alarm = MetricAlarm | CompositeAlarm;

async function alarmsCalled({ account }: Look, names: readonly string[]): Promise<ReadonlyMap<string, Alarm>> {
  const { sdk, client } = await cloudwatch(account);
  const parts = Array.from({ length: Math.ceil(names.length / NAMES) }, (_, part) =>
    names.slice(part * NAMES, (part + 1) * NAMES),
  );
  const found = await Promise.all(
    parts.map((AlarmNames) =>
      pages<Alarm>(async (NextToken) => {
        const asked = { AlarmNames, AlarmTypes: [sdk.AlarmType.MetricAlarm, sdk.AlarmType.CompositeAlarm], NextToken };
        const answer = await client.send(new sdk.DescribeAlarmsCommand({ ...asked, MaxRecords: NAMES }));
        return [[...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])], answer.NextToken];
      }),
    ),
  );
  return new Map(found.flat().map((alarm) => [alarm.AlarmName ?? "", alarm]));
}

function checkOne({ environment }: Look, name: string, alarm: Alarm | undefined): Check {
  const subject = `alarm ${name}`;
  if (alarm === undefined) return broken(subject, "it is not there, and nobody is told", applyAgain(environment));
  if (alarm.StateValue === "ALARM")
    return broken(
      subject,
      `it rings: ${alarm.StateReason ?? "no reason given"}`,
      alarm.AlarmDescription ?? "see its description",
    );
  if (alarm.ActionsEnabled === false)
    return warning(subject, "its actions are switched off, and nobody is told", applyAgain(environment));
  return ok(subject, alarm.StateValue ?? "OK");
}
