import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root } from "../support/committed";

test("the committed Genesys Cloud bindings are what their schema gives", () => {
  const target = mkdtempSync(join(tmpdir(), "bindings-"));
  const contents = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [relative(folder, file), readFileSync(file, "utf8")])
      .sort();
  try {
    execFileSync(process.execPath, [join(root, "providers", "genesyscloud", "generate.mjs"), target], {
      stdio: "pipe",
    });
    expect(contents(join(root, "providers", "genesyscloud", "lib"))).toEqual(contents(target));
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}, 60_000);
