import { parseEnvironments } from "../config/environments";
import { environmentFiles } from "../config/files";
import { issueText } from "../config/issue";
import type { EnvironmentFile } from "../config/load";
import type { Environment } from "../config/model";
import { type Io, placesOf } from "./io";

/**
 * The environment that a word on the command line stands for.
 *
 * @returns undefined where it is not right, which has been said
 * @throws FilesProblem where there is none
 */
export function oneEnvironment(
  word: string,
  io: Io,
): { readonly environment: Environment; readonly file: EnvironmentFile } | undefined {
  const [file] = environmentFiles([word], placesOf(io));
  const { environments: [environment] = [], issues } = parseEnvironments(file === undefined ? [] : [file]);
  if (file !== undefined && environment !== undefined) return { environment, file };
  for (const issue of issues) io.stderr(issueText(issue));
  return undefined;
}
