import type { Flow, FlowNode } from "../../model/flow";
import { largest } from "../../text/largest";
import { type Html, html } from "./html";

const HEIGHT = 44;
const GAP = 14;
const BETWEEN = 110;
const MARGIN = 8;
/** The width of a character of the fonts that the page asks for, roughly. */
const CHARACTER = 7.2;
const LONGEST = 46;

interface Placed extends FlowNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The way of an event through the flow: ids of boxes, and each line that it takes as `from to`. */
export interface Way {
  readonly boxes: ReadonlySet<string>;
  readonly lines: ReadonlyMap<string, "lit" | "lost">;
}

const NO_WAY: Way = { boxes: new Set(), lines: new Map() };

/** The flow from left to right. Every box is a link to what the page says of it. */
export function picture(flow: Flow, way = NO_WAY): Html {
  const rules = [...flow.rules].sort(byNeighbours(flow, flow.streams, "from"));
  const columns = [flow.streams, rules, [...flow.destinations].sort(byNeighbours(flow, rules, "to"))];
  const tallest = largest(
    columns.map(({ length }) => length),
    1,
  );
  const height = tallest * (HEIGHT + GAP) - GAP + 2 * MARGIN;
  let x = MARGIN;
  const placed = columns.map((nodes) => {
    const width = largest(nodes.flatMap(({ label, about }) => [label, about]).map(widthOf), 90);
    const top = (height - nodes.length * (HEIGHT + GAP) + GAP) / 2;
    const column = nodes.map((node, index): Placed => ({ ...node, x, y: top + index * (HEIGHT + GAP), width }));
    x += width + BETWEEN;
    return column;
  });
  const width = x - BETWEEN + MARGIN;
  const byId = new Map(placed.flat().map((node) => [node.id, node]));
  const tip = way === NO_WAY ? "tip" : "way-tip";
  const edges = flow.edges.flatMap(([from, to]) =>
    edge(byId.get(from), byId.get(to), tip, way.lines.get(`${from} ${to}`)),
  );
  return html`<svg role="group" aria-label="Streams, rules and destinations, from left to right" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><marker id="${tip}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>
<g aria-hidden="true">${edges}</g>
${placed.map((column, index) => column.map((node) => box(node, KINDS[index] ?? "", way.boxes.has(node.id))))}</svg>`;
}

const KINDS = ["stream", "rule", "destination"];

/** Sorts boxes so that lines cross least: in the order of what a box is joined to. */
function byNeighbours({ edges }: Flow, others: readonly FlowNode[], end: "from" | "to") {
  const rank = new Map(others.map(({ id }, index) => [id, index]));
  const sums = new Map<string, { sum: number; count: number }>();
  for (const [from, to] of edges) {
    const place = rank.get(from);
    if (place === undefined) continue;
    const { sum, count } = sums.get(to) ?? { sum: 0, count: 0 };
    sums.set(to, { sum: sum + place, count: count + 1 });
  }
  const mean = ({ id }: FlowNode) => {
    const known = sums.get(id);
    // What nothing leads to stands last.
    return known === undefined ? (end === "to" ? others.length : 0) : known.sum / known.count;
  };
  return (a: FlowNode, b: FlowNode) => mean(a) - mean(b);
}

function box({ label, about, anchor, outside, off, x, y, width }: Placed, kind: string, isLit: boolean): Html {
  const more = `${off ? " off" : ""}${isLit ? " lit" : ""}`;
  const round = kind === "stream" ? HEIGHT / 2 : 5;
  const whole = label.length > LONGEST || about.length > LONGEST ? html`<title>${label}, ${about}</title>` : undefined;
  const inner = outside
    ? html`<rect class="inner" x="${x + 4}" y="${y + 4}" width="${width - 8}" height="${HEIGHT - 8}" rx="2"/>`
    : undefined;
  return html`<a href="#${anchor}">${whole}<rect class="box${more}" x="${x}" y="${y}" width="${width}" height="${HEIGHT}" rx="${round}"/>${inner}<text x="${x + width / 2}" y="${y + 19}" text-anchor="middle">${cut(label)}</text> <text class="about" x="${x + width / 2}" y="${y + 35}" text-anchor="middle">${cut(about)}</text></a>
`;
}

function edge(from: Placed | undefined, to: Placed | undefined, tip: string, taken = ""): Html[] {
  if (from === undefined || to === undefined) return [];
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
  const bend = (x2 - x1) / 2;
  const path = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  return [html`<path class="${`edge ${taken}`.trim()}" d="${path}" marker-end="url(#${tip})"/>`];
}

function widthOf(text: string): number {
  return Math.round(Math.min(text.length, LONGEST) * CHARACTER + 28);
}

/** The whole name is the box's title. */
function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
