import { FILE_BYTES } from "../aws/limits";
import { parseEnvironments } from "../config/environments";
import { ENDING, noEnvironmentFile } from "../config/file-name";
import type { Environment } from "../config/model";
import type { Issue } from "../text/issue";
import { tooLargeText } from "../text/too-large";

/** An environment file as somebody types it. */
export interface WrittenFile {
  readonly name: string;
  readonly text: string;
  /** The file of its organization's topics, where one lay beside it. */
  readonly topics?: { readonly path: string; readonly text: string } | undefined;
}

export interface Examined {
  readonly issues: readonly Issue[];
  /** Undefined where anything is wrong that a trace does not show. */
  readonly environment: Environment | undefined;
}

/** Returns what `check` says of a file, and the environment that `trace` would take. */
export function examineText({ name: path, text, topics }: WrittenFile): Examined {
  const refused = (message: string): Examined => ({
    issues: [{ id: "environment-name", severity: "error", file: path, line: 1, column: 1, path: "", message }],
    environment: undefined,
  });
  if (!ENDING.test(path)) return refused(noEnvironmentFile(path === "" ? "a file without a name" : path));
  const bytes = new TextEncoder().encode(text);
  const most = FILE_BYTES.environment;
  if (bytes.length > most) return refused(tooLargeText(bytes.length, most));
  const beside = topics && { topics: { path: topics.path, bytes: new TextEncoder().encode(topics.text) } };
  const name = path.replace(/^.*[\\/]/, "").replace(ENDING, "");
  const { sound, traceable, issues } = parseEnvironments([{ path, name, bytes, ...beside }]);
  return { issues, environment: sound[0] ?? traceable[0] };
}
