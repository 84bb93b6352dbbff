import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EnvironmentFile } from "./load";
import { suggestion } from "./nearest";

const ENDING = /\.tfvars(\.json)?$/;

/** What stands between the user and the files, in one line. */
export class FilesProblem extends Error {}

/**
 * The environment files of a folder, sorted by name; all, or those of the environments asked for.
 *
 * @param folder where the files lie
 * @param shown how messages call that folder
 * @throws FilesProblem where there is no folder, no file, or not the one asked for
 */
export function environmentFiles(folder: string, shown: string, wanted: readonly string[]): EnvironmentFile[] {
  const entries = list(folder, shown).filter((entry) => ENDING.test(entry) && !entry.startsWith("."));
  const byName = new Map<string, string>();
  for (const entry of entries.sort()) {
    const name = entry.replace(ENDING, "");
    const same = [...byName.keys()].find((other) => other.toLowerCase() === name.toLowerCase());
    if (same !== undefined) {
      const other = byName.get(same);
      throw new FilesProblem(
        `${join(shown, entry)} and ${join(shown, other ?? "")} would be one environment; remove or rename one of them`,
      );
    }
    byName.set(name, entry);
  }
  if (byName.size === 0) {
    throw new FilesProblem(
      `${shown} holds no environment file; write one, such as ${join(shown, "dev.tfvars")} (the README has an example)`,
    );
  }
  const names = wanted.length === 0 ? [...byName.keys()] : [...new Set(wanted)].map((name) => name.replace(ENDING, ""));
  return names.map((name) => {
    const entry = byName.get(name);
    if (entry === undefined)
      throw new FilesProblem(`there is no environment ${name} in ${shown}${suggestion(name, [...byName.keys()])}`);
    return { name, path: join(shown, entry), bytes: read(join(folder, entry), join(shown, entry)) };
  });
}

function list(folder: string, shown: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw readProblem(error, `the folder of environment files, ${shown},`, "; ENVIRONMENTS_DIR names another");
  }
}

function read(file: string, shown: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw readProblem(error, shown);
  }
}

function readProblem(error: unknown, what: string, advice = ""): unknown {
  const code = systemCode(error);
  return code === undefined ? error : new FilesProblem(`${what} cannot be read (${code})${advice}`);
}

/** `ENOENT`, `EACCES` …: what the operating system says of a file; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "syscall" in error && "code" in error
    ? String(error.code)
    : undefined;
}
