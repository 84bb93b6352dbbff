import { plural } from "../../text/words";
import type { SummaryResult } from "../../trace/summary";
import type { Delivery, RuleTrace, Trace } from "../../trace/trace";
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
  const { destination, type, bytes, retry_attempts, max_event_age_seconds, dead_letter_queue, doubts } = delivery;
  const to = `      to ${destination} (${type})`;
  if (!delivery.delivered) return [inStyle("red", `${to}: LOST, and no dead-letter queue gets it: ${delivery.lost}`)];
  const fails = dead_letter_queue === null ? "is lost" : `goes to the dead-letter queue ${dead_letter_queue}`;
  return [
    `${to}, ${bytes} bytes; after ${retry_attempts} retries in ${max_event_age_seconds} seconds it ${fails}`,
    ...requestLines(delivery).map((line) => `        ${line}`),
    `        ${delivery.payload}`,
    ...(delivery.request?.body === undefined ? [] : [`        as ${delivery.request.body}`]),
    ...writtenLines(delivery),
    ...doubts.map((doubt) => inStyle("yellow", `        warning: ${doubt}`)),
  ];
}

function requestLines({ request }: Delivery): string[] {
  if (request === undefined) return [];
  const query = new URLSearchParams(request.query).toString();
  return [
    `${request.method} ${request.url}${query && `?${query}`}`,
    ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
  ];
}

function writtenLines({ written }: Delivery): Line[] {
  if (written === undefined) return [];
  if ("record" in written) {
    const { topic, key, headers, bytes } = written.record;
    const shown = JSON.stringify({ topic, key, headers, bytes });
    const doubt = written.doubt === undefined ? [] : [inStyle("yellow", `        warning: ${written.doubt}`)];
    return [`        writes a record of the event: ${shown}`, ...doubt];
  }
  if ("item" in written) return [`        writes ${JSON.stringify(written.item)}`];
  const missing = written.without.join(" and ");
  return [
    inStyle("yellow", `        writes nothing, and puts the event into the dead-letter queue: it has no ${missing}`),
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
