import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as bindings from "../../modules/bindings";
import { root } from "../support/committed";
import { importIds } from "./import-ids";

const page = readFileSync(join(root, "docs", "how-to", "take-over.md"), "utf8");
const known = Object.values(bindings).map(({ tfResourceType }) => tfResourceType);

test.each(Object.keys(importIds))("the documentation says the id under which %s is imported", (type) => {
  expect(page).toMatch(new RegExp(`^\\| .*\`${type}\`.* \\| .+ \\|$`, "m"));
  expect(known).toContain(type);
});

test("every import of the documentation is one that is rehearsed, or of Genesys Cloud", () => {
  const types = [...page.matchAll(/^terraform import (\w+)\./gm)].map(([, type]) => type);

  expect(types.length).toBeGreaterThan(3);
  expect(types.filter((type = "") => type !== "genesyscloud_integration" && !(type in importIds))).toEqual([]);
});
