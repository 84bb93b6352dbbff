import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../support/committed";

const NOT_COPIED = [".git", "cdktf.out", "node_modules"];
let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "scaffold-"));
  for (const name of readdirSync(root).filter((name) => !NOT_COPIED.includes(name)))
    cpSync(join(root, name), join(project, name), { recursive: true });
  // A folder of its own, so that the cache of programs is not shared.
  mkdirSync(join(project, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules")).filter((name) => name !== ".cache"))
    symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name), "junction");
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const node = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: project, encoding: "utf8", stdio: "pipe" });
const added = [
  ["check", "odd-tags"],
  ["destination", "event-pipe"],
  ["stream", "a-feed"],
  ["finding", "odd"],
] as const;

test("what the scaffold makes passes the linter, the compiler, the laws and its own tests", () => {
  for (const words of added) expect(node("bin/run.cjs", "scaffold/index.ts", ...words)).toContain("written: ");
  node("bin/run.cjs", "documentation/write.ts");

  node("node_modules/@biomejs/biome/bin/biome", "check", "--vcs-enabled=false", "--error-on-warnings");
  node("node_modules/typescript/bin/tsc", "--noEmit");
  const tests = [
    "laws",
    "config/checks/index",
    "config/checks/odd-tags",
    "destinations/event-pipe",
    "streams/a-feed",
    "report/findings/findings",
  ];
  node("node_modules/jest/bin/jest.js", "--runInBand", ...tests.map((name) => `test/${name}.test.ts`));
});
