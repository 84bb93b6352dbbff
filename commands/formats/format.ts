import type { EnvironmentFile } from "../../config/load";
import type { Issue } from "../../text/issue";
import { plural } from "../../text/words";
import type { Io } from "../io";
import { inStyle, type Styled } from "../printing";

export interface Checked {
  readonly files: readonly EnvironmentFile[];
  readonly issues: readonly Issue[];
  /** The files that were asked for and could not be checked. */
  readonly problems: readonly string[];
}

export type Format = (checked: Checked, io: Io) => void;

/** `2 errors and 1 warning in 6 environments`. */
export function counted({ files, issues, problems }: Checked): string {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const counts = [
    [errors, "error"],
    [issues.length - errors, "warning"],
  ] as const;
  const what = counts.filter(([count]) => count > 0).map(([count, word]) => plural(count, word));
  const rest = problems.length === 0 ? "" : `; ${problems.length} could not be checked`;
  return `${what.join(" and ") || "nothing wrong"} in ${plural(files.length, "environment")}${rest}`;
}

/** Says beside the issues what could not be checked and, where anything could, the count. */
export function sayRest(checked: Checked, io: Io): void {
  io.stderr(checked.problems.map((problem) => inStyle("red", problem)));
  if (checked.files.length > 0) io.stderr(inStyle(styleOf(checked), counted(checked)));
}

function styleOf({ issues, problems }: Checked): Styled["style"] {
  if (problems.length > 0 || issues.some(({ severity }) => severity === "error")) return "red";
  return issues.length > 0 ? "yellow" : "green";
}
