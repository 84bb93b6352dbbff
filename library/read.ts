import { isAbsolute, join, relative } from "node:path";
import { parseEnvironments } from "../config/environments";
import { environmentFiles, FilesProblem, type Places } from "../config/files";
import type { EnvironmentFile } from "../config/load";
import { issueText } from "../text/issue";
import type { Environment } from "./environment";
import { EnvironmentError } from "./issue";
import { environmentOf } from "./models";

/**
 * Reads and checks one environment.
 *
 * @param file - a `.tfvars` or `.tfvars.json` file, absolute or relative to the working directory
 * @throws EnvironmentError where it cannot be read or is not right
 */
export function readEnvironment(file: string): Environment {
  const [environment] = checked(found(join(process.cwd(), "environments"), [file]));
  if (environment === undefined) throw new EnvironmentError([`${file} holds no environment`]);
  return environment;
}

/**
 * Reads every environment of a folder, and checks each by itself and beside the others.
 *
 * @param folder - where the files are, absolute or relative to the working directory; `environments` where it is left out
 * @throws EnvironmentError where any of them cannot be read or is not right
 */
export function readEnvironments(folder: string = "environments"): readonly Environment[] {
  return checked(found(isAbsolute(folder) ? folder : join(process.cwd(), folder), []));
}

/**
 * Checks an environment that is not in a file.
 *
 * @param name - the environment's name
 * @param keys - what its file would say, with the keys of docs/reference/configuration.md; plain values, no tokens of CDKTF
 * @throws EnvironmentError where it is not right; its places are those of the keys written as JSON
 */
export function parseEnvironment(name: string, keys: Readonly<Record<string, unknown>>): Environment {
  const bytes = Buffer.from(JSON.stringify(keys, null, 2));
  const [environment] = checked([{ path: `${name}.tfvars.json`, name, bytes }]);
  if (environment === undefined) throw new EnvironmentError([`${name} holds no environment`]);
  return environment;
}

function found(folder: string, wanted: readonly string[]): readonly EnvironmentFile[] {
  const places: Places = { cwd: process.cwd(), folder, shown };
  try {
    return environmentFiles(wanted, places);
  } catch (error) {
    throw error instanceof FilesProblem ? new EnvironmentError(error.lines) : error;
  }
}

function checked(files: readonly EnvironmentFile[]): Environment[] {
  const { environments, issues } = parseEnvironments(files);
  if (environments === undefined) throw new EnvironmentError(issues.map(issueText), issues);
  return environments.map((model) =>
    environmentOf(
      model,
      issues.filter(({ file }) => files.some(({ path, name }) => path === file && name === model.name)),
    ),
  );
}

/** A path as messages show it. */
function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short === "" ? "." : short.startsWith("..") || isAbsolute(short) ? path : short;
}
