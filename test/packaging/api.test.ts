import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/committed";

const page = execFileSync(process.execPath, [join(root, "packaging", "api.mjs"), "--print"], { encoding: "utf8" });

test("docs/api has the library's types as they are; npm run docs writes it", () => {
  expect(readFileSync(join(root, "docs", "api", "genesys-eventbridge.api.md"), "utf8")).toBe(page);
});

test("every public name and member has a description", () => {
  const lines = page
    .split("\n")
    .filter((line) => line !== "" && !/^(?:#|```|import|export \{|export type \{)/.test(line));
  const bare = lines.filter(
    (line, index) =>
      /^(?:export|\s+(?:readonly|constructor|protected)\b)/.test(line) &&
      !/\*\/$/.test(lines[index - 1] ?? "") &&
      !line.includes("constructor(lines"),
  );

  expect(bare).toEqual([]);
});
