import { parseEnvironment } from "../../config/environment";
import { code, table } from "../../report/formats/markdown/text";
import { type Issue, issueText } from "../../text/issue";
import { type IssueId, issueCatalogue, issueGroups } from "../../text/issues";
import type { IssueKind } from "../../text/issues/kind";
import { link, prose } from "../markdown";
import { type Example, exampleText } from "./example";
import { examples } from "./examples";

const SEVERITY: Readonly<Record<IssueKind["severity"], string>> = {
  error: "error",
  warning: "warning",
  either: "error or warning",
};

/** `docs/reference/messages.md`: everything that `check` can say, with an example of each. */
export function messagesPage(): string {
  const ids = issueIds();
  const rows = ids.map((id) => {
    const { severity, why } = issueCatalogue[id];
    return [link(code(id), code(id)), SEVERITY[severity], prose(why)];
  });
  const groups = Object.entries(issueGroups).map(([heading, kinds]) => {
    const own = ids.filter((id) => id in kinds);
    return `## ${heading}\n${own.map(section).join("\n\n")}`;
  });
  return `# Messages
Made by \`npm run docs\` from the catalogue of issues; do not edit. \`check\` says these, and so do \`synth\`, \`trace\` and \`report\`, which check
first. An error stops them; a warning does not. The id stays what it is (\`--format json\` has it), the words may become better.

${table(["id", "severity", "why"], rows)}

${groups.join("\n\n")}
`;
}

/** Returns the ids in the order of the page. */
function issueIds(): IssueId[] {
  return Object.keys(issueCatalogue).filter((id): id is IssueId => id in issueCatalogue);
}

function section(id: IssueId): string {
  const { severity, why, write } = issueCatalogue[id];
  return `### ${code(id)}
${prose(why)}

- **Severity:** ${SEVERITY[severity]}
- **Write:** ${prose(write)}

${shown(examples[id])}`;
}

function shown(example: Example): string {
  if (example.instead !== undefined) return `For example: ${prose(example.instead)}`;
  return `\`\`\`hcl
${exampleText(example).trimEnd()}
\`\`\`

\`\`\`text
${exampleIssues(example).map(issueText).join("\n")}
\`\`\``;
}

/** All that is said of an example. */
export function exampleIssues(example: Example): readonly Issue[] {
  return parseEnvironment({ path: "dev.tfvars", name: "dev", bytes: Buffer.from(exampleText(example)) }).issues;
}
