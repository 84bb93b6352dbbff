import { riskTypes } from "../../../plan/risks";
import type { ChangePart, Report } from "../../../schema";
import { Html, html } from "../html";
import { badge, code, section } from "../parts";

export function planSection({ plan }: Report): Html {
  if (plan === null) return new Html("");
  const { create, update, replace, destroy, changes, terraform_version } = plan;
  const parts = riskTypes.flatMap(({ risk, title }) => {
    const own = changes.filter((change) => change.risk === risk);
    return own.length === 0 ? [] : [html`<h3>${title} (${own.length})</h3><ul>${own.map(item)}</ul>`];
  });
  const counts = html`<p>${create} to make, ${update} to change, ${replace} to replace, ${destroy} to destroy. What may hurt comes first.${terraform_version === null ? "" : ` Planned by Terraform ${terraform_version}.`}</p>`;
  return section("plan", "What the plan changes", counts, ...(parts.length === 0 ? [html`<p>Nothing.</p>`] : parts));
}

function item({ risk, action, address, words }: ChangePart): Html {
  const kind = risk === "destroyed" ? "destroy" : risk === "rest" ? "low" : "medium";
  return html`<li>${badge(kind, action)} ${words} <span class="muted">${code(address)}</span></li>
`;
}
