import { ALARM_RULE_LENGTH, CHILD_ALARMS } from "../aws/limits";
import { alarmIdentity, type PlannedAlarm } from "./planned-alarms";
import type { Watched } from "./watched";

/** Ends the names of composite alarms, as the kinds end those of others. */
export const COMPOSITE_KIND = "problem";

/** One alarm a stream that tells people, however many of its details ring. */
export interface Composite {
  readonly id: string;
  readonly ids: readonly string[];
  readonly name: string;
  readonly description: string;
  readonly rule: string;
  readonly children: readonly PlannedAlarm[];
}

const OR = " OR ";

/** None where nobody is told. More than one for a stream only where CloudWatch takes no longer rule. */
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
