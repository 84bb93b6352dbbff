import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/committed";
import { copyOfRepository, pack } from "./packed";

const bindings = readdirSync(join(root, "providers", "genesyscloud", "lib")).map((name) => `lib/${name}`);

/** Runs a program of this repository's own packages, and returns what it prints where it ends with another code than 0. */
function complaint(program: string, ...args: readonly string[]): string {
  try {
    execFileSync(process.execPath, [join(root, "node_modules", program), ...args], { stdio: "pipe", encoding: "utf8" });
    return "";
  } catch (error) {
    return `${error instanceof Error && "stdout" in error ? error.stdout : ""}\n${error}`;
  }
}

test.each([
  // Resolution without exports would look for the schema at the package's root: it is for editors, which take its path.
  ["the package", [], ["--exclude-entrypoints", "environment.schema.json"]],
  ["the bindings of Genesys Cloud", ["--workspace", "providers/genesyscloud"], ["--include-entrypoints", ...bindings]],
])(
  "publint and attw find nothing wrong with %s, under any way to resolve its modules",
  (_, options, entrypoints) => {
    const tarball = pack(copyOfRepository(), ...options);

    expect(complaint("publint/src/cli.js", "run", tarball, "--strict")).toBe("");
    expect(complaint("@arethetypeswrong/cli/dist/index.js", tarball, ...entrypoints, "--format", "ascii")).toBe("");
  },
  120_000,
);
