import { type Loaded, load } from "../../../config/load";
import type { Issue } from "../../../text/issue";

export function read(content: string | Uint8Array, ending = "tfvars"): Loaded {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return load({ path: `dev.${ending}`, name: "dev", bytes });
}

/** `id line:column path`; not the one of the support folder, which would load the whole configuration. */
export function brief({ id, line, column, path }: Issue): string {
  return `${id} ${line}:${column} ${path}`.trimEnd();
}

/** All that is wrong with a file. */
export function briefs(content: string | Uint8Array, ending?: string): string[] {
  return read(content, ending).issues.map(brief);
}

/** `line:column` of what stands at a path, as a later check would be told. */
export function placeOf(loaded: Loaded, path: readonly (string | number)[], atKey = false): string | undefined {
  const [issue] = loaded.issue({ id: "syntax", path, atKey, message: "" });
  return issue && `${issue.line}:${issue.column}`;
}
