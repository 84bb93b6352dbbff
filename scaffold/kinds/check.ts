import type { Kind, Names } from "../kind";
import { withImport, withLastEntry } from "../registry-line";

export const check: Kind = {
  kind: "check",
  files: (names) => ({
    [`config/checks/${names.kebab}.ts`]: source(names),
    [`test/config/checks/${names.kebab}.test.ts`]: test(names),
  }),
  registries: {
    "config/checks/index.ts": (text, { camel, kebab }) =>
      withLastEntry(withImport(text, `${camel}Check`, `./${kebab}`), `${camel}Check`),
  },
  next: ({ kebab }) => [
    "write what it says into text/issues/, with an example in documentation/messages/examples/ and a file in test/wrong-files/",
    `write into config/checks/${kebab}.ts the ids that it says, and what finds them`,
    "npm run format, npm run docs, then npm test",
  ],
};

function source({ kebab, camel }: Names): string {
  return `import { defineCheck } from "./check";

/** The faults that only the whole environment shows. */
export const ${camel}Check = defineCheck({
  name: "${kebab}",
  says: [],
  run: () => [],
});
`;
}

function test({ kebab, camel }: Names): string {
  return `import { ${camel}Check } from "../../../config/checks/${kebab}";
import { file, parse } from "../../support/environment";

test("says nothing of a right file", () => {
  const ids: readonly string[] = ${camel}Check.says;

  expect(parse(file()).issues.filter(({ id }) => ids.includes(id))).toEqual([]);
});
`;
}
