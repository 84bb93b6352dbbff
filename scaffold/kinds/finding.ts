import type { Kind, Names } from "../kind";
import { withEntry, withImport } from "../registry-line";

export const finding: Kind = {
  kind: "finding",
  files: (names) => ({
    [`report/findings/${names.kebab}.ts`]: source(names),
    [`test/report/findings/pairs/${names.kebab}.ts`]: pair(names),
  }),
  registries: {
    "config/finding-ids.ts": (text, { kebab }) => withEntry(text, `"${kebab}"`),
    "report/findings/index.ts": (text, { camel, kebab }) => withEntry(withImport(text, camel, `./${kebab}`), camel),
  },
  next: ({ kebab }) => [
    `write into report/findings/${kebab}.ts what an auditor would object to, why, and the controls that it answers`,
    `write into test/report/findings/pairs/${kebab}.ts a case that has it, and the nearest that has it not`,
    "npm run format, npm run docs, then npm test",
  ],
};

function source({ kebab, camel }: Names): string {
  return `import { type FindingType, nist } from "./finding";

export const ${camel}: FindingType = {
  id: "${kebab}",
  severity: "low",
  why: "Says in a sentence what may come of it.",
  remediation: "Leave the tag ${kebab} out.",
  controls: nist("SI-12"),
  find: ({ environment }) =>
    Object.hasOwn(environment.tags, "${kebab}") ? [{ path: "tags", what: "the tag ${kebab} is there" }] : [],
};
`;
}

function pair({ kebab, camel }: Names): string {
  return `import { file } from "../../../support/environment";
import type { Pair } from "../pair";

export const ${camel}: Readonly<Record<string, Pair>> = {
  ${kebab.includes("-") ? `"${kebab}"` : kebab}: { has: { text: file({ top: 'tags = { "${kebab}" = "yes" }' }) }, hasNot: {} },
};
`;
}
