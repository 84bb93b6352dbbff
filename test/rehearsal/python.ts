import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * Returns a program of a Python package, installed once.
 *
 * @param requirement the exact version, since each one finds something else
 * @returns undefined where there is no Python, or no registry, which has been said
 */
export function pythonProgram(name: string, requirement: string): string | undefined {
  const venv = resolve("node_modules", ".cache", requirement.replace("==", "-"));
  const program = join(venv, "bin", name);
  try {
    if (!existsSync(program)) {
      execFileSync("python3", ["-m", "venv", venv], { stdio: "pipe" });
      const args = ["install", "-q", "--disable-pip-version-check", "--only-binary", ":all:", requirement];
      execFileSync(join(venv, "bin", "pip"), args, { stdio: "pipe" });
    }
    return program;
  } catch (error) {
    rmSync(venv, { recursive: true, force: true });
    console.log(`without ${name}: ${requirement} cannot be installed here (${firstLine(error)})`);
    return undefined;
  }
}

export const firstLine = (error: unknown) => String(error instanceof Error ? error.message : error).split("\n")[0];
