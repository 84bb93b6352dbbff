import type { FindingPart, Report } from "../../../schema";
import { grouped } from "../../grouped";
import { type Html, html } from "../html";
import { badge, code, lines, section, table } from "../parts";

export function findingsSection({ findings, waived }: Report): Html {
  const groups = grouped(findings);
  const open = groups.length === 0 ? html`<p class="good">No open finding.</p>` : html`${groups.map(article)}`;
  const accepted = waived.length === 0 ? html`` : waivedTable(waived);
  return section("findings", "Findings", open, accepted);
}

/** Writes findings of one kind, which are explained once. */
function article(group: readonly FindingPart[]): Html {
  const [first] = group;
  if (first === undefined) return html``;
  const { severity, id, why, remediation, controls } = first;
  const places = group.map((finding) => html`<li>${code(placeOf(finding))}: ${finding.what}</li>`);
  return html`<article><h3>${badge(severity, severity)} ${code(id)}</h3>
<dl class="facts"><dt>Where</dt><dd><ul>${places}</ul></dd><dt>Why it matters</dt><dd>${why}</dd><dt>Remediation</dt><dd>${remediation}</dd>
<dt>Controls</dt><dd>${controlWords(controls)}</dd></dl></article>
`;
}

function controlWords(controls: FindingPart["controls"]): string {
  const standards = [...new Set(controls.map(({ standard }) => standard))];
  const idsOf = (wanted: string) => controls.filter(({ standard }) => standard === wanted).map(({ id }) => id);
  return standards.map((standard) => `${standard}: ${idsOf(standard).join(", ")}`).join("; ");
}

function waivedTable(waived: Report["waived"]): Html {
  return table(
    "Waived findings: known and accepted for a time",
    [
      { head: "Finding", cell: (one) => code(one.id) },
      { head: "Where", cell: (one) => code(placeOf(one)) },
      { head: "What", cell: (one) => sentence(one.what) },
      { head: "Why it is accepted", cell: (one) => one.waiver.reason },
      { head: "By, until", cell: (one) => lines([one.waiver.owner, one.waiver.expires]) },
    ],
    waived,
  );
}

function placeOf({ path, address }: FindingPart): string {
  return path ?? address ?? "";
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function controlsSection({ controls }: Report): Html {
  const body = table(
    "Controls of standards, and what this report can say of them",
    [
      { head: "Control", cell: ({ standard, id }) => `${standard} ${id}` },
      { head: "Status", cell: ({ status }) => badge(STATUS[status], status) },
      { head: "Answered by, or why not", cell: ({ findings, note }) => note ?? lines(findings.map(code)) },
    ],
    controls,
  );
  return section("controls", "Controls", body);
}

const STATUS: Readonly<Record<Report["controls"][number]["status"], string>> = {
  "cannot be met": "low",
  "no finding": "good",
  open: "high",
  waived: "medium",
};
