import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { FILE_BYTES } from "../aws/limits";
import { FilesProblem, readProblem } from "../files/files-problem";
import { readWhole } from "../files/read-file";
import { groupBy } from "../text/group-by";
import { suggestion } from "../text/nearest";
import { ENDING, noEnvironmentFile } from "./file-name";
import type { EnvironmentFile } from "./load";

export { FilesProblem, readProblem, systemCode } from "../files/files-problem";

/** The folders in which files are looked for, and how messages call them. */
export interface Places {
  /** The folder in which relative paths begin. */
  readonly cwd: string;
  /** The folder of environments that are asked for by name. */
  readonly folder: string;
  readonly shown: (path: string) => string;
}

export interface FoundFiles {
  readonly files: readonly EnvironmentFile[];
  /** The reason for everything that was asked for and is not among the files, in one line each. */
  readonly problems: readonly string[];
}

/**
 * The environment files that are asked for, by name, as files or as folders; without any, all of `places.folder`.
 *
 * @throws FilesProblem where anything of it cannot be read
 */
export function environmentFiles(wanted: readonly string[], places: Places): readonly EnvironmentFile[] {
  const { files, problems } = findEnvironmentFiles(wanted, places);
  if (problems.length > 0) throw new FilesProblem(...problems);
  return files;
}

/** The same files as far as they are there, and what is wrong with the others. */
export function findEnvironmentFiles(wanted: readonly string[], places: Places): FoundFiles {
  const problems: string[] = [];
  const orProblem = <Value>(find: () => Value[]): Value[] => {
    try {
      return find();
    } catch (error) {
      if (!(error instanceof FilesProblem)) throw error;
      problems.push(...error.lines);
      return [];
    }
  };
  const paths =
    wanted.length === 0
      ? orProblem(() => inFolder(places.folder, places))
      : wanted.flatMap((word) => orProblem(() => asked(word, places)));
  const seen = new Map<string, string>();
  const files = paths.flatMap((path) => orProblem(() => (isNew(path, seen, places) ? [read(path, places)] : [])));
  return { files, problems: [...new Set(problems)] };
}

/** An environment whose file could not be read. */
export interface Unread {
  readonly name: string;
  readonly path: string;
  readonly problems: readonly string[];
}

/**
 * Every environment of the folder by itself, so that one that cannot be read keeps back no other.
 *
 * @throws FilesProblem where there is no folder or no file
 */
export function environmentsApart(places: Places): readonly (EnvironmentFile | Unread)[] {
  const byName = groupBy(inFolder(places.folder, places), (file) => basename(file).replace(ENDING, "").toLowerCase());
  return [...byName.values()].flatMap((files): readonly (EnvironmentFile | Unread)[] => {
    try {
      return environmentFiles(files, places);
    } catch (error) {
      if (!(error instanceof FilesProblem)) throw error;
      const paths = new Map(files.map((file) => [basename(file).replace(ENDING, ""), places.shown(file)]));
      return [...paths].map(([name, path]) => ({ name, path, problems: error.lines }));
    }
  });
}

/** The files that a word on the command line stands for. */
function asked(word: string, places: Places): string[] {
  if (word === "") throw new FilesProblem('"" names no environment; write a name, a file or a folder');
  const path = resolve(places.cwd, word);
  const looksLikePath = /[\\/]/.test(word) || /^\.\.?$/.test(word) || ENDING.test(word);
  const named = looksLikePath ? [] : namedFiles(word, places);
  if (named.length > 0) return named;
  const kind = kindOf(path, places);
  if (kind === "folder") return inFolder(path, places);
  if (kind === "file" && ENDING.test(path)) return [spelledAsStored(path)];
  if (kind === "file") throw new FilesProblem(noEnvironmentFile(places.shown(path)));
  const same = namedFiles(word, places);
  if (same.length > 0) return same;
  const advice = slashAdvice(word, places) || suggestion(nameOf(word), inFolder(places.folder, places).map(nameOf));
  throw new FilesProblem(
    looksLikePath
      ? `there is no file ${places.shown(path)}${advice}`
      : `there is no environment ${word} in ${places.shown(places.folder)}${advice}`,
  );
}

function nameOf(path: string): string {
  return basename(path).replace(ENDING, "");
}

/** Returns the names of all environments in the folder of environments; none where it cannot be read. */
export function environmentNames(places: Places): string[] {
  try {
    return [...new Set(environmentsIn(places.folder, places).map(nameOf))];
  } catch (error) {
    if (!(error instanceof FilesProblem)) throw error;
    return [];
  }
}

/** The files of the folder of environments that have this name, with or without its ending. */
function namedFiles(word: string, places: Places): string[] {
  if (kindOf(places.folder, places) !== "folder") return [];
  return environmentsIn(places.folder, places).filter((file) => nameOf(file) === word || basename(file) === word);
}

function kindOf(path: string, { shown }: Places): "folder" | "file" | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    return stats.isDirectory() ? "folder" : "file";
  } catch (error) {
    throw readProblem(error, shown(path));
  }
}

/** A path as Windows writes it, where that is a name like any other. */
function slashAdvice(word: string, places: Places): string {
  const slashed = word.replaceAll("\\", "/");
  const known = slashed !== word && kindOf(resolve(places.cwd, slashed), places) !== undefined;
  return known ? `; did you mean ${slashed}?` : "";
}

/** The name as the folder has it: some file systems know no difference between upper and lower case, and it is the stack's. */
function spelledAsStored(path: string): string {
  const entries = readdirSync(dirname(path));
  if (entries.includes(basename(path))) return path;
  const stored = entries.find((entry) => entry.toLowerCase() === basename(path).toLowerCase());
  return join(dirname(path), stored ?? basename(path));
}

/** The environment files of a folder, of which there must be some. */
function inFolder(folder: string, places: Places): string[] {
  const found = environmentsIn(folder, places);
  if (found.length > 0) return found;
  const shown = places.shown(folder);
  throw new FilesProblem(
    `${shown} holds no environment file; write one, such as ${join(shown, "dev.tfvars")} (the README has an example)`,
  );
}

function environmentsIn(folder: string, { shown }: Places): string[] {
  try {
    const entries = readdirSync(folder).filter((entry) => ENDING.test(entry) && !entry.startsWith("."));
    return entries.sort().map((entry) => join(folder, entry));
  } catch (error) {
    throw readProblem(error, `the folder of environment files, ${shown(folder)},`, "; ENVIRONMENTS_DIR names another");
  }
}

/**
 * Tells whether a file is not among those seen, under whatever path. The name is the stack's, and some file systems know no
 * difference between upper and lower case.
 *
 * @throws FilesProblem where another file would be the same environment
 */
function isNew(path: string, seen: Map<string, string>, { shown }: Places): boolean {
  const name = nameOf(path).toLowerCase();
  const other = seen.get(name);
  if (other === undefined) seen.set(name, path);
  if (other === undefined || path === other) return other === undefined;
  if (basename(path) === basename(other) && identity(path, shown(path)) === identity(other, shown(other))) return false;
  throw new FilesProblem(`${shown(path)} and ${shown(other)} would be one environment; remove or rename one of them`);
}

function identity(path: string, shown: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch (error) {
    throw readProblem(error, shown);
  }
}

function read(path: string, places: Places): EnvironmentFile {
  const shown = places.shown(resolve(places.cwd, path));
  const [topics, imports] = [topicsPath(path), importsPath(path)];
  return {
    name: nameOf(path),
    path: shown,
    bytes: readWhole(path, shown, FILE_BYTES.environment),
    ...(kindOf(topics, places) !== undefined && { topics: readBeside(topics, places) }),
    ...(kindOf(imports, places) !== undefined && { imports: readBeside(imports, places) }),
  };
}

function readBeside(path: string, places: Places): Pick<EnvironmentFile, "path" | "bytes"> {
  const shown = places.shown(resolve(places.cwd, path));
  return { path: shown, bytes: readWhole(path, shown, FILE_BYTES.environment) };
}

/** Returns the path of the organization's topics beside an environment's file. */
export function topicsPath(environment: string): string {
  return environment.replace(ENDING, ".topics.json");
}

/** Returns the path of what is to be imported, beside an environment's file. */
export function importsPath(environment: string): string {
  return environment.replace(ENDING, ".imports.json");
}
