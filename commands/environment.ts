import { parseEnvironments } from "../config/environments";
import { environmentFiles, FilesProblem } from "../config/files";
import type { EnvironmentFile } from "../config/load";
import type { Environment } from "../config/model";
import { issueLine } from "./formats/issue-line";
import { type Io, placesOf } from "./io";

/** An environment with its file. */
export interface Chosen {
  readonly environment: Environment;
  readonly file: EnvironmentFile;
  /** True if it has errors, which have been said. */
  readonly faulty: boolean;
}

/**
 * The only file that a word on the command line stands for.
 *
 * @throws FilesProblem where there is none, or several
 */
export function oneFile(word: string, io: Io): EnvironmentFile {
  const files = environmentFiles([word], placesOf(io));
  const [file] = files;
  if (file !== undefined && files.length === 1) return file;
  throw new FilesProblem(`${word} holds ${files.length} environments; name one of them: ${choices(files)}`);
}

/**
 * The environment that a word on the command line stands for.
 *
 * @param traced whether one will do that loses events, and is wrong in nothing else
 * @returns undefined where it is not right, which has been said
 * @throws FilesProblem where there is none, or several
 */
export function oneEnvironment(word: string, io: Io, traced = false): Chosen | undefined {
  const file = oneFile(word, io);
  const { environments: [environment] = [], traceable, issues } = parseEnvironments([file]);
  if (environment !== undefined) return { environment, file, faulty: false };
  for (const issue of issues) io.stderr(issueLine(issue));
  const [lossy] = traced ? traceable : [];
  return lossy && { environment: lossy, file, faulty: true };
}

/** Returns the environment of a file that was read, and found right, before. */
export function environmentOf(file: EnvironmentFile): Environment | undefined {
  const { environments: [environment] = [], traceable } = parseEnvironments([file]);
  return environment ?? traceable[0];
}

const SHOWN = 20;

function choices(files: readonly EnvironmentFile[]): string {
  const names = files.slice(0, SHOWN).map(({ name }) => name);
  return `${names.join(", ")}${files.length > SHOWN ? ", …" : ""}`;
}
