import type { IssueId } from "./issues";

/** A fault in its place in an environment file: where, what, and what to write instead. */
export interface Issue {
  /** The stable kebab-case name, for machines and tests. The message may improve freely. */
  readonly id: IssueId;
  readonly severity: "error" | "warning";
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  /** The column, from 1, in characters as a person counts them. */
  readonly column: number;
  /** The path, such as `rules.calls.targets[0]`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** Something wrong with an environment file, before its place in the text is known. */
export interface Fault {
  readonly id: IssueId;
  readonly severity?: "warning";
  readonly path: readonly (string | number)[];
  /** True to point to the name rather than to its value. */
  readonly atKey?: boolean;
  /** The character to point to within the text that stands there. */
  readonly textOffset?: number;
  readonly message: string;
}

export function pathText(path: readonly (string | number)[]): string {
  let text = "";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else if (/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(part)) text += text === "" ? part : `.${part}`;
    else text += `[${JSON.stringify(part)}]`;
  }
  return text;
}

/** Returns text in which control characters, which a terminal would obey, are escapes of the file's own languages. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Returns one line: `environments/prod.tfvars:41:13: rules.calls.targets: 6 targets, …`. */
export function issueText(issue: Issue): string {
  const where = `${issue.file}:${issue.line}:${issue.column}: `;
  const severity = issue.severity === "warning" ? "warning: " : "";
  return `${where}${severity}${issue.path === "" ? "" : `${issue.path}: `}${issue.message}`;
}

export function compareIssues(a: Issue, b: Issue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
