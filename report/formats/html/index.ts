import type { Report } from "../../schema";
import type { ReportFormat } from "../format";
import { Html, html } from "./html";
import { comparisonSection } from "./sections/comparison";
import { destinationsSection, limitsSection, statementsSection } from "./sections/destinations";
import { controlsSection, findingsSection } from "./sections/findings";
import { flowSection, rulesSection, streamsSection } from "./sections/flow";
import { header, signature } from "./sections/frame";
import { planSection } from "./sections/plan";
import { storesSection } from "./sections/stores";
import { STYLE } from "./style";

const sections: readonly (readonly [id: string, title: string, write: (report: Report) => Html])[] = [
  ["plan", "Plan", planSection],
  ["findings", "Findings", findingsSection],
  ["comparison", "Comparison", comparisonSection],
  ["flow", "Flow", flowSection],
  ["streams", "Streams", streamsSection],
  ["rules", "Rules", rulesSection],
  ["destinations", "Destinations", destinationsSection],
  ["stores", "Data at rest", storesSection],
  ["statements", "Permissions", statementsSection],
  ["limits", "Limits", limitsSection],
  ["controls", "Controls", controlsSection],
  ["signature", "Signature", signature],
];

/** One file that needs nothing else: no font, no picture from anywhere, and no script but its own where it is interactive. */
export const page: ReportFormat = (report, { interactive }) => {
  const written = sections.map(([id, title, write]) => ({ id, title, body: write(report) }));
  const flow = written.findIndex(({ id }) => id === "flow") + 1;
  if (interactive) written.splice(flow, 0, { id: "try", title: "Try an event", body: interactive.section });
  const parts = written.filter(({ body }) => body.text);
  const links = parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${interactive && new Html(`; script-src ${interactive.hash}`)}">
<title>${report.environment.name}: Genesys Cloud events into AWS</title>
<style>${new Html(STYLE)}${interactive && new Html(interactive.style)}</style></head>
<body><a class="skip" href="#content">To the content</a>
${header(report)}<nav aria-label="Parts of this page"><ul>${links}</ul></nav>
<main id="content">
${parts.map(({ body }) => body)}</main>${interactive?.script}</body></html>`.text;
};
