import { readFileSync } from "node:fs";
import { join } from "node:path";
import { resourceTypes } from "../../../aws/resources";
import * as bindings from "../../../modules/bindings";
import { adoptables } from "../../../operate/adopt/types";
import { root } from "../../support/committed";

const page = readFileSync(join(root, "docs", "how-to", "take-over.md"), "utf8");
const known = Object.values(bindings).map(({ tfResourceType }) => tfResourceType);
const importable = Object.entries(resourceTypes).flatMap(([type, { importId }]) => (importId ? [type] : []));

test.each(importable)("the documentation says the id under which %s is imported, which a stack may hold", (type) => {
  expect(page).toMatch(new RegExp(`^\\| .*\`${type}\`.* \\| .+ \\|$`, "m"));
  expect(known).toContain(type);
});

test("each type that is looked for has an id to import it by, and each that has one is looked for", () => {
  expect(adoptables.map(({ type }) => type).sort()).toEqual(importable.sort());
});
