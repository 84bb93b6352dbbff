import { joined } from "../../../text/words";
import { flowOf } from "../../model/flow";
import { KIND_WORDS, PERSONAL_WORDS } from "../../personal-data";
import { riskTypes } from "../../plan/risks";
import type { ComparedPart, DestinationPart, FindingPart, Report, StreamPart } from "../../schema";
import { grouped } from "../grouped";
import { mermaid } from "./mermaid";
import { code, details, fenced, prose, table } from "./text";

export function planSection({ plan }: Report): string {
  if (plan === null) return "";
  const { create, update, replace, destroy, changes } = plan;
  const counts = `${create} to make, ${update} to change, ${replace} to replace, ${destroy} to destroy.`;
  const parts = riskTypes.flatMap(({ risk, title }) => {
    const own = changes.filter((change) => change.risk === risk);
    if (own.length === 0) return [];
    const list = own.map(({ address, words }) => `- ${prose(words)} ${code(address)}`).join("\n");
    return [risk === "rest" ? details(`${title} (${own.length})`, list) : `**${title}**\n\n${list}`];
  });
  return [`### What the plan changes\n${counts}`, ...parts].join("\n\n");
}

export function comparisonSection({ comparison }: Report): string {
  if (comparison === null) return "";
  const row = ({ path, verdict, here, there }: ComparedPart) => [
    verdict,
    code(path),
    here === null ? "" : code(here),
    there === null ? "" : code(there),
  ];
  const rows = comparison.parts.filter(({ verdict }) => verdict !== "expected").map(row);
  const body =
    rows.length === 0 ? "The same, but for what says which it is." : table(["", "what", "here", "there"], rows);
  return `### Compared with ${code(comparison.with)}\nWhat is only here, or not the same, was not tested there.\n\n${body}`;
}

export function findingsSection({ findings, waived }: Report): string {
  if (findings.length === 0 && waived.length === 0) return "### Findings\nNone.";
  const rows = grouped(findings).flatMap((group) => group.slice(0, 1).map((first) => row(first, group)));
  const open =
    findings.length === 0
      ? "None open."
      : table(["severity", "id", "where and what", "why", "remediation", "controls"], rows);
  const accepted = waived.map(
    ({ waiver, ...finding }) =>
      `- ${code(finding.id)} at ${code(placeOf(finding))}: ${prose(finding.what)}. Accepted by ${prose(waiver.owner)} until ${waiver.expires}: ${prose(waiver.reason)}`,
  );
  return ["### Findings", open, ...(accepted.length > 0 ? ["Waived:", ...accepted] : [])]
    .join("\n\n")
    .replace("\n\n", "\n");
}

/** Writes findings of one kind, which are explained once. */
function row({ severity, id, why, remediation, controls }: FindingPart, group: readonly FindingPart[]): string[] {
  const places = group.map((finding) => `${code(placeOf(finding))}: ${prose(finding.what)}`);
  return [
    severity,
    code(id),
    places.join("<br>"),
    prose(why),
    prose(remediation),
    controls.map(({ id }) => id).join(", "),
  ];
}

/** Returns the place in the file where it stands there, or else in Terraform. */
function placeOf({ path, address }: FindingPart): string {
  return path ?? address ?? "";
}

export function controlsSection({ controls }: Report): string {
  const rows = controls.map(({ standard, id, status, findings, note }) => [
    standard,
    id,
    status,
    note === null ? findings.map(code).join(", ") : prose(note),
  ]);
  return details(`Controls (${controls.length})`, table(["standard", "control", "status", "findings, or why"], rows));
}

export function flowSection(report: Report): string {
  return `### Where events flow\n${fenced("mermaid", mermaid(flowOf(report)))}\n\nA double frame: events leave the account, the region or AWS.`;
}

export function topicsSection({ streams }: Report): string {
  const parts = streams.map(
    (stream) => `**${code(stream.name)}** from ${code(stream.event_source)}\n\n${topics(stream)}`,
  );
  return `### What the streams carry\n${parts.join("\n\n")}`;
}

/** Who may send, how that is proven, which code of ours stands in between. */
export function feedsSection({ streams }: Report): string {
  const parts = streams.map(({ name, facts, protected: guarded }) => {
    const protection = { term: "Protection", text: guarded ? "no plan may destroy it" : "none" };
    const list = [...facts, protection].map(({ term, text }) => `- ${prose(term)}: ${prose(text)}`);
    return `**${code(name)}**\n\n${list.join("\n")}`;
  });
  return `### How the streams are fed\n${parts.join("\n\n")}`;
}

function topics({ topics }: StreamPart): string {
  if (topics === null) return "Somebody else chooses its topics; this file does not say which.";
  const rows = topics.map(({ topic, carries, personal }) => [
    code(topic),
    carries.map(({ kind }) => KIND_WORDS[kind]).join(", ") || "none known",
    PERSONAL_WORDS[personal],
  ]);
  return table(["topic", "data of people", "personal data"], rows);
}

export function destinationsSection({ destinations }: Report): string {
  const rows = destinations.map((destination) => [
    `${code(destination.name)} (${prose(destination.type)})`,
    place(destination),
    prose(destination.readers),
    prose(destination.retention),
    prose(destination.encryption),
    destination.carries.map((kind) => KIND_WORDS[kind]).join(", ") || "none known",
  ]);
  const functions = destinations.flatMap((own) => own.functions.map((text) => `\n- ${code(own.name)}: ${prose(text)}`));
  const written = functions.length === 0 ? "" : `\n\nFunctions that write to them:\n${functions.join("")}`;
  return `### Where events go\n${table(["destination", "place", "readers", "kept", "encrypted", "personal data"], rows)}${written}`;
}

function place({ leaves, host, account, region }: DestinationPart): string {
  const where = prose(host ?? `${account} ${region}`);
  return leaves.length === 0
    ? where
    : `**${where}, leaves ${joined(leaves.map((what) => (what === "aws" ? "AWS" : `the ${what}`)))}**`;
}

export function rulesSection({ rules }: Report): string {
  const rows = rules.flatMap(({ name, stream, targets }) =>
    targets.map(({ destination, sends, fields, dead_letter_queue }) => [
      code(name),
      code(stream),
      code(destination),
      fields === null || fields.length === 0 ? sends : fields.map(code).join(", "),
      dead_letter_queue === null ? "lost" : code(dead_letter_queue),
    ]),
  );
  return details(`Rules (${rules.length})`, table(["rule", "stream", "to", "sends", "what cannot be delivered"], rows));
}

export function statementsSection({ statements }: Report): string {
  const parts = statements.map(
    ({ address, words, json }) =>
      `- ${prose(words)}\n  ${code(address)}\n\n${fenced("json", json).replace(/^/gm, "  ")}`,
  );
  return details(`Every statement of every policy (${statements.length})`, parts.join("\n"));
}

export function limitsSection({ limits }: Report): string {
  const rows = limits.map(({ name, of, used, limit, share, adjustable }) => [
    name,
    code(of),
    `${used} of ${limit}${adjustable ? " (AWS may raise it)" : ""}`,
    `${Math.round(share * 100)} %`,
  ]);
  return details("Limits", table(["limit", "of", "used", "share"], rows));
}
