import { styleText } from "node:util";
import { type Issue, issueText, printable } from "../../config/issue";
import type { EnvironmentFile } from "../../config/load";

import { excerpt } from "./excerpt";
import { counted, type Format } from "./format";

/** A line an issue; on a terminal with the line of the file below it. */
export const text: Format = (checked, io) => {
  const { terminal } = io;
  const colour = (style: Parameters<typeof styleText>[0], plain: string) =>
    terminal?.colours ? styleText(style, plain, { validateStream: false }) : plain;
  const lines = new Lines(checked.files);
  const unsafe = new Set(
    checked.issues.flatMap(({ id, file, line }) => (id === "credential-in-file" ? [`${file}:${line}`] : [])),
  );
  for (const issue of checked.issues) {
    const line = printable(issueText(issue));
    const where = `${printable(issue.file)}:${issue.line}:${issue.column}:`;
    io.stdout(colour("bold", where) + line.slice(where.length));
    if (terminal === undefined || unsafe.has(`${issue.file}:${issue.line}`)) continue;
    const shown = excerpt(lines.of(issue), issue.column, terminal.columns);
    if (shown === undefined) continue;
    io.stdout(shown.line);
    io.stdout(colour(issue.severity === "error" ? "red" : "yellow", shown.caret));
  }
  io.stderr(counted(checked));
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
