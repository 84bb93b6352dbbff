import { flowOf } from "../../../model/flow";
import { KIND_WORDS, PERSONAL_WORDS } from "../../../personal-data";
import type { Report, RulePart, StreamPart, TargetPart } from "../../../schema";
import { mermaid } from "../../markdown/mermaid";
import { type Html, html } from "../html";
import { badge, code, lines, section, table } from "../parts";
import { picture } from "../picture";

export function flowSection(report: Report): Html {
  const flow = flowOf(report);
  return section(
    "flow",
    "Where events flow",
    html`<figure><div class="scroll" role="group" tabindex="0" aria-label="Picture of the flow">${picture(flow)}</div><figcaption class="muted">Each box is a link. A double frame: events leave the account, the region or AWS. A dashed frame: switched off.</figcaption></figure>
<details><summary>The same as text for Mermaid</summary><pre tabindex="0">${mermaid(flow)}</pre></details>`,
  );
}

export function streamsSection({ streams }: Report): Html {
  return section("streams", "What the streams carry", ...streams.map(stream));
}

function stream({ name, event_source, facts, protected: guarded, topics }: StreamPart): Html {
  return html`<h3 id="stream-${name}">${name}</h3>
<dl class="facts"><dt>Event source and bus</dt><dd>${code(event_source)}</dd>
${facts.map(({ term, text }) => html`<dt>${term}</dt><dd>${text}</dd>`)}
<dt>Protection</dt><dd>${guarded ? "no plan may destroy it" : "none"}</dd></dl>
${topics === null ? html`<p>Somebody else chooses its topics; this file does not say which.</p>` : topicTable(name, topics)}`;
}

const PERSONAL: Readonly<Record<Topic["personal"], Html>> = {
  yes: badge("medium", PERSONAL_WORDS.yes),
  pseudonymous: badge("low", PERSONAL_WORDS.pseudonymous),
  unknown: badge("medium", PERSONAL_WORDS.unknown),
  no: badge("good", PERSONAL_WORDS.no),
};

function topicTable(name: string, topics: NonNullable<StreamPart["topics"]>): Html {
  return table(
    `Topics of ${name}, with the personal data in their events`,
    [
      { head: "Topic", cell: ({ topic }) => code(topic) },
      { head: "What it is", cell: ({ description }) => description ?? "not described" },
      { head: "Personal data", cell: ({ personal }) => PERSONAL[personal] },
      { head: "Which, and in which fields", cell: carried },
    ],
    topics,
  );
}

type Topic = NonNullable<StreamPart["topics"]>[number];

function carried({ carries, known_by }: Topic): Html {
  if (known_by === "nothing") return html`no event of it is known`;
  const kinds = carries.map(({ kind, fields }) => {
    const shown = fields.map((field) => html` ${code(field.replace("detail.eventBody.", ""))}`);
    return html`${KIND_WORDS[kind]}${fields.length > 0 ? ":" : ""}${shown}`;
  });
  return html`${lines(kinds)}${known_by === "name" ? html`<div>no event of it is known; its name says so</div>` : undefined}`;
}

export function rulesSection({ rules }: Report): Html {
  const rows = rules.flatMap((rule) => rule.targets.map((target) => ({ rule, target })));
  const body = table(
    "Rules, and what each destination gets of the events that match",
    [
      { head: "Rule", cell: ({ rule }) => ruleName(rule) },
      { head: "Stream", cell: ({ rule }) => html`<a href="#stream-${rule.stream}">${rule.stream}</a>` },
      { head: "Pattern", cell: ({ rule }) => code(rule.pattern) },
      {
        head: "To",
        cell: ({ target }) => html`<a href="#destination-${target.destination}">${target.destination}</a>`,
      },
      { head: "Gets", cell: ({ target }) => gets(target) },
      { head: "What cannot be delivered", cell: ({ target }) => target.dead_letter_queue ?? "is lost" },
    ],
    rows,
    ({ rule, target }) =>
      target === rule.targets[0] ? `rule-${rule.name}` : `rule-${rule.name}-to-${target.destination}`,
  );
  return section("rules", "Rules", body);
}

function ruleName({ name, enabled, description }: RulePart): Html {
  return html`${name}${enabled ? undefined : html` ${badge("low", "off")}`}${description === null ? undefined : html`<div class="muted">${description}</div>`}`;
}

function gets({ sends, fields, carries }: TargetPart): Html {
  const people =
    carries.length === 0 ? [] : [`personal data: ${carries.map((kind) => kind.replace("_", "-")).join(", ")}`];
  return lines([sends, ...(fields ?? []).map(code), ...people]);
}
