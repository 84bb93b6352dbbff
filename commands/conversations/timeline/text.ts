import { durationText } from "../../time";
import { proseWidth, table } from "../../wrapped";
import { columns } from "../columns";
import { type Lane, spanOf, type Timeline } from "./timeline";

/** Returns a timeline as lines: what the row says, a bar for each stay, and every moment. */
export function timelineLines(timeline: Timeline, terminal: { readonly columns: number } | undefined): string[] {
  const { row, lanes, moments } = timeline;
  const width = proseWidth(terminal);
  const facts = columns.flatMap(({ name }) => {
    const value = row[name];
    return value === null || value === undefined ? [] : [[name, wordsOf(value)] as const];
  });
  const left = Math.max(...lanes.map(({ label }) => label.length), 8);
  const { from, until } = spanOf(timeline);
  const room = Math.max(10, width - left - 4);
  const drawn = lanes.map((lane) => `  ${lane.label.padEnd(left)}  ${bar(lane, from, until, room)}`.trimEnd());
  const listed = moments.map(({ time, what, about }) => `  ${time}  ${what}  ${about.join("  ")}`.trimEnd());
  return [
    ...table(facts, width),
    "",
    `  ${"".padEnd(left)}  ${durationText(until - from)} from ${moments[0]?.time} to ${moments.at(-1)?.time}`,
    ...drawn,
    `  ${"".padEnd(left)}  = there  - wrapping up  > or < no end or start was seen`,
    "",
    ...listed,
  ];
}

/** Returns a value of a row as a person reads it. */
export function wordsOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join(" ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function bar({ from, until, wrapped }: Lane, first: number, last: number, room: number): string {
  const place = (at: number) => Math.round(((at - first) / (last - first)) * (room - 1));
  const begin = place(from ?? until ?? wrapped ?? first);
  const end = place(until ?? from ?? wrapped ?? last);
  const whole = "=".repeat(Math.max(1, end - begin + 1));
  const stay = from === undefined ? `<${whole.slice(1)}` : until === undefined ? `${whole.slice(1)}>` : whole;
  const work = wrapped === undefined ? "" : "-".repeat(Math.max(1, place(wrapped) - end));
  return `${" ".repeat(begin)}${stay}${work}`;
}
