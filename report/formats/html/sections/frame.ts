import type { Report } from "../../../schema";
import { type Html, html } from "../html";
import { code, section, table } from "../parts";

const ROLES = { environment: "Environment", plan: "Plan", against: "Compared with" };

export function header({ environment, findings, waived, destinations, date, tool }: Report): Html {
  const {
    name,
    production,
    aws_account_id,
    aws_region,
    kms_key_arn,
    permissions_boundary_arn: boundary,
    state,
  } = environment;
  const leaving = destinations.filter(({ leaves }) => leaves.length > 0).length;
  return html`<header><h1>${name}: Genesys Cloud events into AWS</h1>
<dl class="facts"><dt>AWS account and region</dt><dd>${aws_account_id}, ${aws_region}</dd>
<dt>Production</dt><dd>${production ? "yes, by its name" : "no, by its name"}</dd>
<dt>Own key</dt><dd>${kms_key_arn === null ? "none: each service's own encryption" : code(kms_key_arn)}</dd>
${boundary === null ? undefined : html`<dt>Boundary of its roles</dt><dd>${code(boundary)}</dd>\n`}<dt>Terraform's state</dt><dd>${state}</dd>
<dt>Open findings</dt><dd>${counts(findings)}${waived.length === 0 ? undefined : `, and ${waived.length} waived`}</dd>
<dt>Destinations</dt><dd>${destinations.length}, of which ${leaving} leave the account, the region or AWS</dd>
<dt>Made</dt><dd><time datetime="${date}">${date}</time>, by ${tool.name} ${tool.version}</dd></dl></header>
`;
}

function counts(findings: Report["findings"]): string {
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return findings.length === 0 ? "none" : `${of("high")} high, ${of("medium")} medium, ${of("low")} low`;
}

/** Writes what was signed, and by whom. */
export function signature({ inputs }: Report): Html {
  const files = table(
    "The files that this page was made from",
    [
      { head: "File", cell: ({ role }) => ROLES[role] },
      { head: "Path", cell: ({ path }) => code(path) },
      { head: "SHA-256", cell: ({ sha256 }) => code(sha256) },
    ],
    inputs,
  );
  return section(
    "signature",
    "Made from, and signed by",
    files,
    html`<div class="sign"><div>Name</div><div>Role</div><div>Date</div><div>Signature</div></div>`,
  );
}
