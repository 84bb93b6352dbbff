import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checks } from "../../../config/checks";
import { examine } from "../../../config/environment";
import { root } from "../../support/committed";
import { wrongFiles } from "../../wrong-files";

const drafts = wrongFiles.flatMap(
  ([, text]) => examine({ path: "dev.tfvars", name: "dev", bytes: Buffer.from(text) }).draft ?? [],
);
/** Needs more log groups than a wrong file has, or a file beside it: test/config/organization-topics.test.ts. */
const ELSEWHERE: readonly string[] = ["log-policy-too-long", "topic-not-in-organization"];

test.each(checks)("the check $name says what it declares, and nothing else", (check) => {
  const said = new Set(drafts.flatMap((draft) => check.run(draft).map(({ id }) => id)));

  expect([...said].sort()).toEqual(check.says.filter((id) => !ELSEWHERE.includes(id)));
});

test("every check is a file of its own, called like it", () => {
  const files = readdirSync(join(root, "config", "checks")).filter((file) => file.endsWith(".ts"));
  const others = ["check.ts", "index.ts"];

  expect(checks.map(({ name }) => `${name}.ts`).sort()).toEqual(files.filter((file) => !others.includes(file)).sort());
});
