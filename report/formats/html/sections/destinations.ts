import { groupBy } from "../../../../text/group-by";
import { joined } from "../../../../text/words";
import { KIND_WORDS } from "../../../personal-data";
import type { DestinationPart, LimitPart, Report, StatementPart } from "../../../schema";
import { type Html, html } from "../html";
import { badge, code, section, table } from "../parts";

export function destinationsSection({ destinations }: Report): Html {
  return section("destinations", "Where events go", ...destinations.map(destination));
}

function destination(part: DestinationPart): Html {
  const { name, type, arn, created, readers, retention, encryption, functions, failure, receives, carries } = part;
  return html`<article><h3 id="destination-${name}">${name}</h3>
<dl class="facts"><dt>What it is</dt><dd>${type}, ${created ? "made by this stack" : "made by somebody else"}${arn === null ? undefined : html`: ${code(arn)}`}</dd>
<dt>Place</dt><dd>${place(part)}</dd>
<dt>Who can read it</dt><dd>${readers}</dd><dt>Kept</dt><dd>${retention}</dd><dt>Encrypted</dt><dd>${encryption}</dd>
${functions.map((text) => html`<dt>Function</dt><dd>${text}</dd>`)}
<dt>What it gets</dt><dd>${receives.length === 0 ? "nothing: no rule delivers here" : html`<ul>${gets(receives)}</ul>`}</dd>
<dt>Personal data</dt><dd>${carries.map((kind) => KIND_WORDS[kind]).join(", ") || "none known"}</dd>
<dt>When delivery fails</dt><dd>${failure}</dd></dl></article>
`;
}

/** Rules that send the same are told together: there may be hundreds. */
function gets(receives: DestinationPart["receives"]): Html[] {
  const same = groupBy(receives, ({ sends, fields }) => JSON.stringify([sends, fields]));
  return [...same.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { rule, sends, fields } = first;
    const more = others.length === 0 ? "" : ` and ${others.length} other rule${others.length === 1 ? "" : "s"}`;
    const parts = (fields ?? []).map((field) => html` ${code(field)}`);
    return [html`<li>${sends}${parts}, from <a href="#rule-${rule}">${rule}</a>${more}</li>`];
  });
}

function place({ leaves, host, account, region }: DestinationPart): Html {
  const where = host === null ? html`account ${account ?? ""}, ${region ?? ""}` : html`${code(host)}, outside AWS`;
  if (leaves.length === 0) return where;
  const what = joined(leaves.map((one) => (one === "aws" ? "AWS" : `the ${one}`)));
  return html`${where} ${badge("leaves", `leaves ${what}`)}`;
}

const KINDS: Readonly<Record<StatementPart["kind"], string>> = {
  identity: "what a role may do",
  resource: "who may use a resource",
  trust: "who may assume a role",
};

export function statementsSection({ statements }: Report): Html {
  const items = statements.map(
    ({ address, kind, words, json }) => html`<article><p>${words}</p>
<p class="muted">${KINDS[kind]}, in ${code(address)}</p><pre tabindex="0">${json}</pre></article>
`,
  );
  const intro = html`<p>Every statement of every policy, first in words, then in full.</p>`;
  return section("statements", "Who may do what", intro, ...items);
}

export function limitsSection({ limits }: Report): Html {
  const body = table(
    "Limits of the services, the nearest first",
    [
      { head: "Limit", cell: ({ name }) => name },
      { head: "Of", cell: ({ of }) => of },
      { head: "Used", cell: used },
      { head: "Share", cell: share },
    ],
    limits,
  );
  return section("limits", "Limits", body);
}

function used({ used, limit, adjustable }: LimitPart): string {
  return `${used} of ${limit}${adjustable ? ", which AWS may raise" : ""}`;
}

function share({ name, of, used, limit, share }: LimitPart): Html {
  return html`<meter min="0" max="${limit}" value="${used}" aria-label="${name} of ${of}"></meter> ${Math.round(share * 100)} %`;
}
