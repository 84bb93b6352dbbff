import { plural } from "../../text/words";
import type { SummaryResult } from "../../trace/summary";
import type { Delivery, RuleTrace, Trace } from "../../trace/trace";
import { failureText, lossText, requestLines, writtenWords } from "../../trace/words";
import { inStyle, type Line } from "../printing";

/** A trace for a person: what matches with its deliveries, then what does not, and why. */
export function traceLines(place: string, { topic, id, streams, reason }: Trace): Line[] {
  const head = `${place}: ${topic}${id === undefined ? "" : ` (${id})`}`;
  if (reason !== undefined) return [head, `  ${reason}`];
  const lines = streams.flatMap(({ stream, rules }) => [
    `  on stream ${stream}${rules.length === 0 ? ", of which there are no rules" : ""}`,
    ...rules.filter(({ matches }) => matches).flatMap(ruleLines),
    ...rules.filter(({ matches }) => !matches).flatMap(ruleLines),
  ]);
  return [head, ...lines];
}

function ruleLines(rule: RuleTrace): Line[] {
  if (!rule.matches) return [inStyle("dim", `    - ${rule.rule}: ${rule.reason}`)];
  return [inStyle("green", `    + ${rule.rule} matches`), ...rule.deliveries.flatMap(deliveryLines)];
}

function deliveryLines(delivery: Delivery): Line[] {
  const { destination, type, bytes, doubts, request } = delivery;
  const to = `      to ${destination} (${type})`;
  if (!delivery.delivered) return [inStyle("red", `${to}: ${lossText(delivery.lost)}`)];
  return [
    `${to}, ${bytes} bytes; ${failureText(delivery)}`,
    ...(request === undefined ? [] : requestLines(request)).map((line) => `        ${line}`),
    `        ${delivery.payload}`,
    ...(request?.body === undefined ? [] : [`        as ${request.body}`]),
    ...writtenWords(delivery).map(({ text, isWarning }) =>
      isWarning ? inStyle("yellow", `        ${text}`) : `        ${text}`,
    ),
    ...doubts.map((doubt) => inStyle("yellow", `        warning: ${doubt}`)),
  ];
}

/** Counts in columns. */
export function summaryLines(summary: SummaryResult): Line[] {
  const { events, unreadable, not_sent, not_delivered, topics, rules, destinations, lost, doubts } = summary;
  const section = (title: string, counts: Readonly<Record<string, { events: number; bytes: number }>>) => {
    const width = Math.max(title.length, ...Object.keys(counts).map((name) => name.length));
    const rows = Object.entries(counts).map(
      ([name, { events, bytes }]) =>
        `${name.padEnd(width)}  ${String(events).padStart(12)}  ${String(bytes).padStart(16)}`,
    );
    return ["", `${title.padEnd(width)}  ${"events".padStart(12)}  ${"bytes".padStart(16)}`, ...rows];
  };
  return [
    `${plural(events, "event")}, ${not_delivered} of them not delivered (${not_sent} that no stream sends), ${unreadable} unreadable`,
    ...section("topic", topics),
    ...section("rule", rules),
    ...section("destination", destinations),
    ...Object.entries(lost).map(([loss, count]) =>
      inStyle("red", `LOST, and no dead-letter queue gets it: ${loss} (${count} times)`),
    ),
    ...Object.entries(doubts).map(([doubt, count]) => inStyle("yellow", `warning: ${doubt} (${count} times)`)),
  ];
}
