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
  const what = [plural(errors, "error"), plural(issues.length - errors, "warning")].filter(
    (part) => part !== undefined,
  );
  return `${what.join(" and ") || "nothing wrong"} in ${plural(files.length, "environment")}`;
}

function plural(count: number, word: string): string | undefined {
  return count === 0 ? undefined : `${count} ${word}${count === 1 ? "" : "s"}`;
}
