import { type ParsedEnvironment, parseEnvironment } from "../../../config/environment";
import { type Issue, issueText } from "../../../text/issue";
import type { RandomFile } from "./random-file";

/** What no terminal shows as it is: it would move the cursor, colour the rest, turn it around or break the line. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** The outcome for any file: a model without an error, or errors without a model, each well said and in its place. */
export function soundOutcome(file: RandomFile): ParsedEnvironment {
  const parsed = parseEnvironment(file);
  const { environment, issues } = parsed;
  const errors = issues.filter(({ severity }) => severity === "error");
  const lines = file.text.split("\n");

  const faults = issues.flatMap((issue) => issueFaults(issue, lines));
  if (environment === undefined && errors.length === 0) faults.push("there is neither a model nor an error");
  if (environment !== undefined && errors.length > 0) faults.push("there is a model in spite of errors");
  if (faults.length > 0) throw new Error([...new Set(faults)].join("\n"));
  return parsed;
}

function issueFaults(issue: Issue, lines: readonly string[]): string[] {
  const { id, line, column, message } = issue;
  const text = JSON.stringify(issueText(issue));
  const faults: string[] = [];
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(id)) faults.push(`no id: ${id}, ${text}`);
  if (!Number.isInteger(line) || line < 1 || line > lines.length) faults.push(`no line of the file: ${text}`);
  if (!Number.isInteger(column) || column < 1 || column > (lines[line - 1] ?? "").length + 1)
    faults.push(`no column of the line: ${text}`);
  if (message.trim() === "" || endsInFullStop(message, lines)) faults.push(`no message: ${text}`);
  if (UNPRINTABLE.test(issueText(issue))) faults.push(`not one printable line: ${text}`);
  return faults;
}

/** But for what the file itself ends so. */
function endsInFullStop(message: string, lines: readonly string[]): boolean {
  const end = /\S?\.$/.exec(message)?.[0];
  return end !== undefined && !lines.some((line) => line.includes(end));
}
