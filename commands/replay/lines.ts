import type { Plan, PlannedRule } from "../../operate/replay/plan";
import { plural } from "../../text/words";
import { inStyle, type Line } from "../printing";
import { durationText, timeText } from "../time";
import { doubleLines } from "./doubles";

/** Returns what a replay would do, as a person reads it. */
export function planLines(plan: Plan): Line[] {
  const { stream, archive, range, rules, leftOut, otherRules, gaps } = plan;
  const length = durationText(range.to.getTime() - range.from.getTime());
  return [
    inStyle("bold", `${stream}: events of ${timeText(range.from)} to ${timeText(range.to)} (${length})`),
    `  archive ${archive.name}: ${arrivedText(plan)}`,
    ...(keepsAll(archive.pattern) ? [] : [`  it keeps only what matches ${archive.pattern}`]),
    ...gaps.map((gap) => inStyle("yellow", `  ${gap}`)),
    ...(plan.uncounted === undefined ? [] : [inStyle("yellow", `  not counted: ${plan.uncounted}`)]),
    inStyle("bold", "to the rules"),
    ...rules.flatMap((rule) => ruleLines(rule, plan)),
    ...leftOut.map(({ rule, why }) => inStyle("yellow", `  ${rule} gets nothing: ${why}`)),
    ...(otherRules.length > 0 ? [`  other rules on the bus get nothing: ${otherRules.join(", ")}`] : []),
    ...doubleLines(plan),
    ...(plan.dollars === undefined ? [] : [`costs ${dollars(plan.dollars)}, and what its targets cost`]),
    `each event keeps its id and has "replay-name": "${plan.standing.next}"; minute by minute, in no exact order`,
  ];
}

function arrivedText({ arrived, archive }: Plan): string {
  const whole = `${plural(archive.events, "event")} in all, as AWS counts them once a day`;
  if (arrived === undefined) return `CloudWatch has no figure of that time; it holds ${whole}`;
  return `about ${plural(arrived, "event")} came in that time; it holds ${whole}`;
}

function ruleLines({ rule, matched, targets }: PlannedRule, { arrived }: Plan): Line[] {
  return [
    `  ${rule}: ${matchedText(matched, arrived)}`,
    ...targets.map(({ destination, type, repeat }) => `    ${destination} (${type}): ${repeat}`),
  ];
}

function matchedText(matched: number | undefined, arrived: number | undefined): string {
  if (matched) return `its targets got about ${plural(matched, "event")} in that time, and get them a second time`;
  if (matched === 0 || arrived)
    return "it matched none in that time, so that what it matches now is new to its targets";
  return "what its targets got in that time, they get a second time";
}

/** Every archive asks for the stream's source. */
function keepsAll(pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  try {
    const read: unknown = JSON.parse(pattern);
    return typeof read === "object" && read !== null && Object.keys(read).every((key) => key === "source");
  } catch {
    return false;
  }
}

function dollars(amount: number): string {
  return amount < 0.01 ? "less than $0.01" : `$${amount.toFixed(2)}`;
}
