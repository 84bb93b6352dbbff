import { parseEnvironments } from "../config/environments";
import { environmentFiles, FilesProblem } from "../config/files";
import { issueText } from "../config/issue";
import type { EnvironmentFile } from "../config/load";
import type { Environment } from "../config/model";
import { type Io, placesOf } from "./io";

/**
 * The environment that a word on the command line stands for.
 *
 * @returns undefined where it is not right, which has been said
 * @throws FilesProblem where there is none, or several
 */
export function oneEnvironment(
  word: string,
  io: Io,
): { readonly environment: Environment; readonly file: EnvironmentFile } | undefined {
  const files = environmentFiles([word], placesOf(io));
  if (files.length > 1)
    throw new FilesProblem(`${word} holds ${files.length} environments; name one of them: ${choices(files)}`);
  const [file] = files;
  const { environments: [environment] = [], issues } = parseEnvironments(file === undefined ? [] : [file]);
  if (file !== undefined && environment !== undefined) return { environment, file };
  for (const issue of issues) io.stderr(issueText(issue));
  return undefined;
}

const SHOWN = 20;

function choices(files: readonly EnvironmentFile[]): string {
  const names = files.slice(0, SHOWN).map(({ name }) => name);
  return `${names.join(", ")}${files.length > SHOWN ? ", …" : ""}`;
}
