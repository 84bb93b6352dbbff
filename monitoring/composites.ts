import { ALARM_RULE_LENGTH, CHILD_ALARMS } from "../aws/limits";
import { alarmIdentity, type PlannedAlarm } from "./planned-alarms";
import type { Watched } from "./watched";

/** The end of composite alarms' names, as the kinds are the end of others'. */
export const COMPOSITE_KIND = "problem";

/** The one alarm of a stream that notifies people, however many of its other alarms fire. */
export interface Composite {
  readonly id: string;
  readonly ids: readonly string[];
  readonly name: string;
  readonly description: string;
  readonly rule: string;
  readonly children: readonly PlannedAlarm[];
}

const OR = " OR ";

/** Returns the composite alarms; none where nobody is notified. A stream has several only where CloudWatch takes no longer rule. */
export function composites(
  { environment, streams }: Watched,
  alarms: readonly PlannedAlarm[],
  notify: readonly string[],
): Composite[] {
  if (notify.length === 0) return [];
  return streams.flatMap(({ key, names }) =>
    inRules(alarms.filter(({ streams }) => streams.includes(key))).map((children, part) => ({
      ...alarmIdentity(environment, names, COMPOSITE_KIND, part),
      description: `Stream ${key}: events of it do not arrive, come late or may be lost. The alarm in this one's rule that rings says what is wrong and what to look at first.`,
      rule: children.map(term).join(OR),
      children,
    })),
  );
}

function term({ name }: PlannedAlarm): string {
  return `ALARM("${name}")`;
}

function inRules(alarms: readonly PlannedAlarm[]): PlannedAlarm[][] {
  const rules: PlannedAlarm[][] = [];
  let [last, length]: [PlannedAlarm[], number] = [[], 0];
  for (const alarm of alarms) {
    const more = term(alarm).length + OR.length;
    if (rules.length === 0 || last.length === CHILD_ALARMS || length + more > ALARM_RULE_LENGTH) {
      [last, length] = [[], 0];
      rules.push(last);
    }
    last.push(alarm);
    length += more;
  }
  return rules;
}
