import type { Issue } from "../../config/issue";
import type { EnvironmentFile } from "../../config/load";
import type { Io } from "../io";

export interface Checked {
  readonly files: readonly EnvironmentFile[];
  readonly issues: readonly Issue[];
}

export type Format = (checked: Checked, io: Io) => void;

/** `2 errors and 1 warning in 6 environments`. */
export function counted({ files, issues }: Checked): string {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const counts = [
    [errors, "error"],
    [issues.length - errors, "warning"],
  ] as const;
  const what = counts.filter(([count]) => count > 0).map(([count, word]) => plural(count, word));
  return `${what.join(" and ") || "nothing wrong"} in ${plural(files.length, "environment")}`;
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
