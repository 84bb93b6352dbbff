/** One thing that is wrong with an environment, or is probably not meant; as `check --json` prints it. */
export interface Issue {
  /** The stable name, such as `unknown-destination`; docs/reference/messages.md says what to do about each. */
  readonly id: string;
  /** An error keeps the environment from being used, a warning does not. */
  readonly severity: "error" | "warning";
  /** The file's path, relative to the working directory where that is shorter. */
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  /** The column, from 1, in characters. */
  readonly column: number;
  /** The path in the file, such as `rules.calls.targets[0]`; empty for the file as a whole. */
  readonly path: string;
  /** The fault, and what to write instead; the words may change. */
  readonly message: string;
}

/** The error that is thrown for an environment that cannot be read or is not right. Its message has one line for each problem. */
export class EnvironmentError extends Error {
  /** Errors and warnings by file and line; empty where a file could not be read. */
  readonly issues: readonly Issue[];

  constructor(lines: readonly string[], issues: readonly Issue[] = []) {
    super(lines.join("\n"));
    this.name = "EnvironmentError";
    this.issues = issues;
  }
}
