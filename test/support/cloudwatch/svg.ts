import { DASHBOARD_COLUMNS } from "../../../aws/limits";
import type { PlacedWidget } from "../../../monitoring/dashboard/layout";
import { linesOf } from "./dashboard";

/** The size of a unit in pixels, about as in the console on a screen of 1440 pixels. */
const UNIT = 58;
const LETTER = 6.2;
const LINE = 16;
const COLOURS = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f"];

/** A drawing, and the texts in it that do not fit. */
export interface Drawing {
  readonly svg: string;
  readonly overflowing: readonly string[];
}

/** Draws the dashboard with made-up values. A search finds as many rules as are given. */
export function drawn(widgets: readonly PlacedWidget[], rules: readonly string[]): Drawing {
  const overflowing: string[] = [];
  const boxes = widgets.map((widget) => box(widget, rules, overflowing));
  const height = UNIT * Math.max(...widgets.map(({ y, height }) => y + height));
  const size = `width="${UNIT * DASHBOARD_COLUMNS}" height="${height}"`;
  const ground = `<rect ${size} fill="#f2f3f3"/>`;
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${ground}${boxes.join("")}</svg>`, overflowing };
}

function box(widget: PlacedWidget, rules: readonly string[], overflowing: string[]): string {
  const [width, height] = [widget.width * UNIT - 8, widget.height * UNIT - 8];
  const { title, markdown, alarms = [] } = widget.properties as Record<string, string> & { alarms?: string[] };
  const letters = Math.floor((width - 20) / LETTER);
  const rows = (markdown ?? "").split("\n").flatMap((row) => wrapped(row, letters));
  if ((title?.length ?? 0) > letters || rows.length * LINE > height) overflowing.push(title ?? rows[0] ?? "");
  const inner =
    widget.type === "text"
      ? rows.map((row, index) => text(10, 18 + LINE * index, row)).join("")
      : widget.type === "alarm"
        ? alarms.map((arn, index) => text(10 + 330 * index, 50, `● ${arn.split(":alarm:")[1]}`, "#2ca02c")).join("")
        : chart(widget, rules, width, height);
  const frame = `<rect width="${width}" height="${height}" fill="#fff" stroke="#ccc"/>`;
  const head = title === undefined ? "" : text(10, 20, title, "#000", "bold");
  return `<g transform="translate(${widget.x * UNIT} ${widget.y * UNIT})">${frame}${head}${inner}</g>`;
}

function chart(widget: PlacedWidget, rules: readonly string[], width: number, height: number): string {
  const labels = linesOf(widget)
    .filter(({ drawn: { visible } }) => visible !== false)
    .flatMap(({ drawn: { label, expression = "" } }) => {
      const metric = /^SORT.*MetricName="(\w+)"/.exec(expression)?.[1];
      return metric === undefined ? [label ?? "?"] : rules.slice(0, 20).map((rule) => `${rule} ${metric}`);
    });
  const colour = (index: number) => COLOURS[index % COLOURS.length] ?? "#000";
  if (widget.properties.view === "singleValue") {
    const columns = Math.max(1, Math.floor(width / 220));
    return labels
      .map((label, index) => {
        const [x, y] = [10 + 220 * (index % columns), 60 + 62 * Math.floor(index / columns)];
        return text(x, y, String(Math.round(1e5 / (index + 1)) / 100), "#000", "bold") + text(x, y + 16, label, "#555");
      })
      .join("");
  }
  const curves = labels.map((_, index) => {
    const points = Array.from({ length: 25 }, (_, step) => {
      const value = 0.5 + 0.4 * Math.sin(step / 3 + index);
      return `${40 + (step * (width - 60)) / 24},${height - 70 - value * (height - 120)}`;
    });
    return `<polyline points="${points.join(" ")}" fill="none" stroke="${colour(index)}"/>`;
  });
  const legend = labels.slice(0, 9).map((label, index) => {
    const shown = label.length > 34 ? `${label.slice(0, 33)}…` : label;
    return text(10 + 225 * (index % 3), height - 40 + 14 * Math.floor(index / 3), shown, colour(index));
  });
  return curves.join("") + legend.join("");
}

function wrapped(row: string, letters: number): string[] {
  const rows: string[] = [""];
  for (const word of row.split(" ")) {
    const last = rows.at(-1) ?? "";
    if (last.length + word.length + 1 > letters) rows.push(word);
    else rows[rows.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return rows;
}

function text(x: number, y: number, content: string, fill = "#222", weight = "normal"): string {
  const safe = content.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
  return `<text x="${x}" y="${y}" fill="${fill}" font-weight="${weight}" font-family="sans-serif" font-size="12">${safe}</text>`;
}
