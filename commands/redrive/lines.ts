import { deadLetterQueueName } from "../../aws/names";
import type { Group } from "../../operate/redrive/groups";
import type { Outcome } from "../../operate/redrive/redrive";
import { remedyOf } from "../../operate/redrive/remedies";
import { plural } from "../../text/words";
import { inStyle, type Line } from "../printing";
import { durationText, timeText } from "../time";
import { lostFrom, sum, type Told } from "./result";

/** The longest sample on a line; --json has the whole. */
const SAMPLE_LENGTH = 300;
/** What is lost sooner is worth a colour. */
const SOON_MILLISECONDS = 2 * 86_400_000;

export function listLines(told: Told): Line[] {
  const { environment, sendable, chosen, messages } = told;
  const other = messages - chosen;
  return [
    ...headLines(told),
    ...told.groups.filter((group) => group.chosen).flatMap((group, at) => groupLines(group, at, told)),
    ...(other > 0 ? [`and ${plural(other, "message")} that ${other === 1 ? "is" : "are"} not chosen`] : []),
    ...(messages === 0
      ? []
      : [
          inStyle(
            "bold",
            `${sendable} of ${plural(chosen, "message")} can be sent back: redrive ${environment.name} --send`,
          ),
        ]),
  ];
}

export function resultLines(told: Told): Line[] {
  const { outcomeOf, again = [] } = told;
  if (outcomeOf === undefined) return [];
  const chosen = told.groups.filter((group) => group.chosen);
  const outcomes = chosen.map(outcomeOf);
  const total = (key: "sent" | "before" | "undeleted") => sum(outcomes, (outcome) => outcome[key]);
  return [
    ...headLines(told),
    ...chosen.flatMap((group) => outcomeLines(group, outcomeOf(group))),
    inStyle("bold", `${plural(total("sent"), "event")} sent back, each to its own target`),
    ...(total("before") > 0
      ? [`${plural(total("before"), "event")} had been delivered before, and only had to leave the queue`]
      : []),
    ...(total("undeleted") > 0
      ? [inStyle("yellow", `${total("undeleted")} delivered, but SQS did not delete them: the same command does`)]
      : []),
    again.length === 0
      ? "none was sent twice"
      : inStyle(
          "yellow",
          `${plural(again.length, "event")} may have arrived twice, as a run was stopped or got no answer; by the ids of their messages: ${again.join(", ")}`,
        ),
  ];
}

function headLines({ environment, queue, messages, groups }: Told): Line[] {
  const { inFlight, maxReceiveCount } = queue.state;
  const name = deadLetterQueueName(environment.name);
  return [
    inStyle(
      "bold",
      groups.length === 0
        ? `nothing lies in ${name}`
        : `${plural(messages, "message")} in ${name}, by cause, rule and target`,
    ),
    ...(inFlight > 0
      ? [
          `about ${inFlight} more are in work by somebody else, or by a run that was killed: they come back within 15 minutes`,
        ]
      : []),
    ...(queue.isCut ? [inStyle("yellow", "SQS lets no more be read at once: more lies behind what is shown")] : []),
    ...(maxReceiveCount === undefined
      ? []
      : [
          inStyle(
            "yellow",
            `the queue moves a message away when it was received ${maxReceiveCount} times, and a look counts`,
          ),
        ]),
  ];
}

function groupLines(group: Group, at: number, told: Told): Line[] {
  const { count, code, message, oldest, newest, staying } = group;
  const lost = lostFrom(group, told);
  const left = lost.getTime() - Date.now();
  const sample = told.json.groups[told.groups.indexOf(group)]?.sample;
  const lines: Line[] = [
    inStyle("bold", `${at + 1}. ${plural(count, "message")}: ${code || "no ERROR_CODE"}, ${wayOf(group)}`),
    ...(message ? [`   says     ${message}`] : []),
    `   came     ${timeText(oldest)}${count > 1 ? ` to ${timeText(newest)}` : ""}`,
    inStyle(
      left < SOON_MILLISECONDS ? "yellow" : "reset",
      `   lost     from ${timeText(lost)}, ${left > 0 ? `in ${durationText(left)}` : "now"}`,
    ),
    `   remedy   ${remedyOf(code)}`,
    ...[...staying].map(([reason, number]) =>
      inStyle("yellow", `   stays    ${number === count ? "" : `${number} of them: `}${reason}`),
    ),
  ];
  return sample ? [...lines, `   sample   ${cut(JSON.stringify(sample))}`] : lines;
}

function wayOf({ addressed: { rule, destination }, ruleArn, targetArn }: Group): string {
  const from = rule ?? ruleArn ?? "no rule";
  return `${from} to ${destination ?? targetArn ?? "no target"}`;
}

function cut(text: string): string {
  return text.length <= SAMPLE_LENGTH ? text : `${text.slice(0, SAMPLE_LENGTH)}…`;
}

function outcomeLines(group: Group, outcome: Outcome): Line[] {
  const { sent, before, refused, unknown, left, error } = outcome;
  const parts = [
    sent > 0 && `${sent} sent`,
    before > 0 && `${before} sent before`,
    refused > 0 && `${refused} refused`,
    unknown > 0 && `${unknown} without an answer`,
    left > 0 && `${left} not tried`,
    ...[...group.staying].map(([reason, count]) => `${count} stay${count === 1 ? "s" : ""}: ${reason}`),
  ].filter((part) => typeof part === "string");
  const line = `${group.code || "no ERROR_CODE"}, ${wayOf(group)}: ${parts.join(", ") || "nothing tried"}`;
  const wrong = refused + unknown + left + group.staying.size > 0;
  return [wrong ? inStyle("yellow", line) : line, ...(error === undefined ? [] : [inStyle("red", `   ${error}`)])];
}
