import { Html, html } from "../../../report/formats/html/html";
import { STYLE } from "../../../report/formats/html/style";
import { columns } from "../columns";
import { wordsOf } from "./text";
import { type Lane, spanOf, type Timeline } from "./timeline";

const LANE = 30;
const LABEL = 150;
const ROOM = 760;
const AXIS = 28;
const LEAST = 3;

const OWN_STYLE = `
svg .stay { fill: var(--link); } svg .work { fill: none; stroke: var(--link); stroke-width: 2; } svg .line { stroke: var(--rule); }
svg .unknown { fill: none; stroke: var(--link); stroke-width: 2; stroke-dasharray: 4 3; }`;

/** Returns a page with the timeline as a picture, which opens without a network: no script, no font, no picture from anywhere. */
export function timelinePage(timeline: Timeline): string {
  const { row, moments } = timeline;
  const facts = columns.flatMap(({ name }) => {
    const value = row[name];
    return value === null || value === undefined ? [] : [html`<dt>${name}</dt><dd>${wordsOf(value)}</dd>`];
  });
  const rows = moments.map(
    ({ time, what, about }) => html`<tr><td>${time}</td><td>${what}</td><td>${about.join(" ")}</td></tr>
`,
  );
  const title = `Conversation ${wordsOf(row.conversation_id ?? "")}`.trim();
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${new Html(STYLE + OWN_STYLE)}</style></head>
<body><main>
<h1>${title}</h1>
<figure class="scroll" tabindex="0" role="region" aria-label="Timeline">${picture(timeline)}</figure>
<p class="muted">Filled: there. Outlined: wrapping up. Dashed: a start or an end that was not seen.</p>
<dl class="facts">${facts}</dl>
<div class="scroll" tabindex="0" role="region" aria-label="Moments"><table><caption>Every moment that was seen</caption>
<thead><tr><th scope="col">time</th><th scope="col">what</th><th scope="col">about</th></tr></thead>
<tbody>${rows}</tbody></table></div>
</main></body></html>`.text;
}

function picture(timeline: Timeline): Html {
  const { lanes, moments } = timeline;
  const { from, until } = spanOf(timeline);
  const place = (at: number) => LABEL + ((at - from) / (until - from)) * ROOM;
  const height = AXIS + lanes.length * LANE + 8;
  const width = LABEL + ROOM + 16;
  return html`<svg role="img" aria-label="Stays from left to right, one a line" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<text class="about" x="${LABEL}" y="16">${moments[0]?.time}</text><text class="about" x="${width - 16}" y="16" text-anchor="end">${moments.at(-1)?.time}</text>
${lanes.map((lane, index) => drawn(lane, AXIS + index * LANE, width, place))}</svg>`;
}

function drawn({ label, from, until, wrapped }: Lane, y: number, width: number, place: (at: number) => number): Html {
  const begin = from ?? until;
  const end = until ?? from;
  const box = (kind: string, one: number, other: number) =>
    html`<rect class="${kind}" x="${one}" y="${y + 4}" width="${Math.max(LEAST, other - one)}" height="${LANE - 12}" rx="2"/>`;
  const stay =
    begin === undefined || end === undefined
      ? undefined
      : box(from === undefined || until === undefined ? "unknown" : "stay", place(begin), place(end));
  const work = wrapped === undefined ? undefined : box("work", place(end ?? wrapped), place(wrapped));
  return html`<line class="line" x1="0" x2="${width}" y1="${y}" y2="${y}"/><text x="0" y="${y + 18}">${label}</text>${stay}${work}
`;
}
