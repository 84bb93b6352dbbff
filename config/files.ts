import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { EnvironmentFile } from "./load";
import { suggestion } from "./nearest";

const ENDING = /\.tfvars(\.json)?$/;

/** What stands between the user and the files, in one line. */
export class FilesProblem extends Error {}

/** Where files are looked for, and how messages call them. */
export interface Places {
  /** Relative paths begin here. */
  readonly cwd: string;
  /** Where environments lie that are asked for by name. */
  readonly folder: string;
  readonly shown: (path: string) => string;
}

/**
 * The environment files that are asked for, by name, as files or as folders; without any, all of `places.folder`.
 *
 * @throws FilesProblem where there is no folder, no file, or not the one asked for
 */
export function environmentFiles(wanted: readonly string[], places: Places): EnvironmentFile[] {
  const { folder, cwd } = places;
  const files = wanted.length === 0 ? inFolder(folder, places) : wanted.flatMap((word) => asked(word, places));
  const unique = [...new Set(files)];
  refuseSameNames(unique, places);
  return unique.map((file) => {
    const path = places.shown(resolve(cwd, file));
    return { name: basename(file).replace(ENDING, ""), path, bytes: read(file, path) };
  });
}

/** The files that a word on the command line stands for. */
function asked(word: string, places: Places): string[] {
  const path = resolve(places.cwd, word);
  const looksLikePath = /[\\/]/.test(word) || ENDING.test(word);
  const stats = looksLikePath ? statSync(path, { throwIfNoEntry: false }) : undefined;
  if (stats?.isDirectory()) return inFolder(path, places);
  if (stats !== undefined && ENDING.test(word)) return [path];
  if (stats !== undefined) {
    throw new FilesProblem(`${places.shown(path)} is no environment file; their names end in .tfvars or .tfvars.json`);
  }
  const known = inFolder(places.folder, places);
  const nameOf = (file: string) => basename(file).replace(ENDING, "");
  const named = known.filter((file) => nameOf(file) === word || basename(file) === word);
  if (named.length > 0) return named;
  const advice = suggestion(nameOf(word), known.map(nameOf));
  throw new FilesProblem(
    looksLikePath
      ? `there is no file ${places.shown(path)}${advice}`
      : `there is no environment ${word} in ${places.shown(places.folder)}${advice}`,
  );
}

/** The environment files of a folder, sorted. */
function inFolder(folder: string, { shown }: Places): string[] {
  const entries = list(folder, shown(folder)).filter((entry) => ENDING.test(entry) && !entry.startsWith("."));
  if (entries.length > 0) return entries.sort().map((entry) => join(folder, entry));
  throw new FilesProblem(
    `${shown(folder)} holds no environment file; write one, such as ${join(shown(folder), "dev.tfvars")} (the README has an example)`,
  );
}

/** The name is the stack's, and some file systems know no difference between upper and lower case. */
function refuseSameNames(files: readonly string[], { shown }: Places): void {
  const byName = new Map<string, string>();
  for (const file of files) {
    const name = basename(file).replace(ENDING, "").toLowerCase();
    const other = byName.get(name);
    if (other !== undefined) {
      throw new FilesProblem(
        `${shown(file)} and ${shown(other)} would be one environment; remove or rename one of them`,
      );
    }
    byName.set(name, file);
  }
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

/** What to throw where a file could not be read: a FilesProblem that says why, or the error where it is of another kind. */
export function readProblem(error: unknown, what: string, advice = ""): unknown {
  const code = systemCode(error) ?? zlibCode(error);
  return code === undefined ? error : new FilesProblem(`${what} cannot be read (${code})${advice}`);
}

/** `ENOENT`, `EACCES` …: what the operating system says of a file; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "syscall" in error && "code" in error
    ? String(error.code)
    : undefined;
}

/** `Z_DATA_ERROR` …: what is wrong with a file that is not quite gzip. */
function zlibCode(error: unknown): string | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return code.startsWith("Z_") ? code : undefined;
}
