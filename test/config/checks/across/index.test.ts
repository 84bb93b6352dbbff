import { readdirSync } from "node:fs";
import { join } from "node:path";
import { LOG_RESOURCE_POLICIES } from "../../../../aws/limits";
import { acrossChecks } from "../../../../config/checks/across";
import { examine } from "../../../../config/environment";
import { root } from "../../../support/committed";
import { file } from "../../../support/environment";

const OF_ONE_LOG_GROUP = file({
  top: 'state = { backend = "local", path = "x.tfstate" }',
  destination: 'type = "cloudwatch_logs"\nlog_group = "/x"',
});
const STRICT = file({ stream: 'lookup = "strict"' }).replace('suffix = "audit"', 'suffix = "a"');
const texts = [STRICT, ...Array.from({ length: LOG_RESOURCE_POLICIES }, () => OF_ONE_LOG_GROUP)];
const files = texts.flatMap((text, index) => {
  const path = `env${index}.tfvars`;
  const { draft, place } = examine({ path, name: `env${index}`, bytes: Buffer.from(text) });
  return draft ? [{ path, draft, place }] : [];
});

test.each(acrossChecks)("the check of $name says what it declares, and nothing else", (check) => {
  const said = new Set(check.run(files).map(({ id }) => id));

  expect([...said].sort()).toEqual(check.says);
});

test("every check of several environments is a file of its own, called like it", () => {
  const names = readdirSync(join(root, "config", "checks", "across")).map((name) => name.replace(".ts", ""));

  expect(acrossChecks.map(({ name }) => name).sort()).toEqual(
    names.filter((name) => !["across-check", "index"].includes(name)).sort(),
  );
});
