import type { Control } from "../aws/control";
import { impossibleControls } from "../report/controls";
import { findingTypes } from "../report/findings";
import { code, table } from "../report/formats/markdown/text";
import { severities } from "../report/severities";
import { prose } from "./markdown";

/** `docs/reference/findings.md`: everything that `report` may find, as the registry has it. */
export function findingsPage(): string {
  const rank = (severity: (typeof severities)[number]) => severities.indexOf(severity);
  const rows = [...findingTypes]
    .sort((a, b) => rank(a.severity) - rank(b.severity))
    .map(({ id, severity, why, remediation, controls }) => [
      code(id),
      severity,
      prose(why),
      prose(remediation),
      answered(controls),
    ]);
  const impossible = impossibleControls().map(({ standard, id, note }) => [`${standard} ${id}`, prose(note)]);
  return `# Findings
Made by \`npm run docs\` from the registry; do not edit. \`report\` looks for these in an environment and, with \`--plan\`, in every
resource of the plan, also in what was written by hand. A place may be more or less severe than the finding is otherwise.

${table(["id", "severity", "why it matters", "remediation", "controls"], rows)}

Production is an environment whose name says so: \`prod\`, \`production\`, \`prd\` or \`live\`, alone or between \`-\` and \`_\`.

## What cannot be met on a partner's event bus
${table(["control", "why"], impossible)}

## Waivers
What is known and accepted stands in the environment file, with who answers for it and until when; from then on it is a finding
again, and so is the waiver. \`path\` narrows it to a path of the file or a Terraform address, with what lies below.

\`\`\`hcl
waivers = {
  no-dead-letter = {
    reason  = "Drills may be lost"
    owner   = "platform-team"
    expires = "2027-06-30"
    path    = "rules.drill"
  }
}
\`\`\`
`;
}

const SHORT: Readonly<Record<Control["standard"], string>> = {
  "AWS Foundational Security Best Practices": "AWS",
  "CIS AWS Foundations 1.4": "CIS",
  "NIST SP 800-53": "NIST",
};

function answered(controls: readonly Control[]): string {
  const standards = [...new Set(controls.map(({ standard }) => standard))];
  return standards
    .map((standard) => {
      const ids = controls.filter((control) => control.standard === standard).map(({ id }) => id);
      return `${SHORT[standard]} ${ids.join(", ")}`;
    })
    .join("; ");
}
