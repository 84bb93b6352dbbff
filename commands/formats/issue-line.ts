import { type Issue, issueText } from "../../text/issue";
import type { Line } from "../printing";

const WARNING = "warning: ";

/** Returns an issue in one line, whose place and severity a terminal shows in colours. */
export function issueLine(issue: Issue): Line {
  const where = `${issue.file}:${issue.line}:${issue.column}:`;
  const rest = issueText(issue).slice(where.length + 1);
  const isWarning = issue.severity === "warning";
  return {
    parts: [
      { style: isWarning ? "bold" : ["bold", "red"], text: where },
      " ",
      ...(isWarning ? [{ style: "yellow" as const, text: WARNING }] : []),
      isWarning ? rest.slice(WARNING.length) : rest,
    ],
  };
}
