import type { EnvironmentFile } from "../../config/load";
import type { Issue } from "../../text/issue";
import { excerpt } from "./excerpt";
import { type Format, sayRest } from "./format";
import { issueLine } from "./issue-line";

/** A line an issue; on a terminal with the line of the file below it. */
export const text: Format = (checked, io) => {
  const { terminal } = io;
  const lines = new Lines(checked.files);
  const unsafe = new Set(
    checked.issues.flatMap(({ id, file, line }) => (id === "credential-in-file" ? [`${file}:${line}`] : [])),
  );
  for (const issue of checked.issues) {
    io.stdout(issueLine(issue));
    if (terminal === undefined || unsafe.has(`${issue.file}:${issue.line}`)) continue;
    const shown = excerpt(lines.of(issue), issue.column, terminal.columns);
    if (shown === undefined) continue;
    io.stdout([shown.line, { parts: [{ style: issue.severity === "error" ? "red" : "yellow", text: shown.caret }] }]);
  }
  sayRest(checked, io);
};

/** The lines of the files, each split once. */
class Lines {
  readonly #byFile = new Map<string, readonly string[]>();

  constructor(readonly files: readonly EnvironmentFile[]) {}

  of({ file, line }: Issue): string {
    const known = this.#byFile.get(file) ?? this.#read(file);
    this.#byFile.set(file, known);
    return known[line - 1] ?? "";
  }

  #read(path: string): readonly string[] {
    const bytes = this.files.find((file) => file.path === path)?.bytes;
    return new TextDecoder().decode(bytes).split(/\r?\n/);
  }
}
