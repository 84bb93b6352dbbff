import type { Report } from "../../schema";
import type { FormatContext, ReportFormat } from "../format";
import {
  comparisonSection,
  controlsSection,
  destinationsSection,
  findingsSection,
  flowSection,
  limitsSection,
  planSection,
  rulesSection,
  statementsSection,
  topicsSection,
} from "./sections";
import { code } from "./text";

/** The longest comment that GitHub takes (API of issue comments, read 2026-11). */
const COMMENT_LENGTH = 65_536;
const NOTE_LENGTH = 1000;

/** What matters most stands first: what does not fit is left out from the end. */
const sections: readonly ((report: Report) => string)[] = [
  planSection,
  findingsSection,
  comparisonSection,
  flowSection,
  topicsSection,
  destinationsSection,
  rulesSection,
  limitsSection,
  controlsSection,
  statementsSection,
];

/** For the comment of a pull request. */
export const markdown: ReportFormat = (report, context) => {
  const { name, aws_account_id, aws_region } = report.environment;
  const head = `## ${code(name)}: Genesys Cloud events into account ${aws_account_id}, ${aws_region}`;
  const kept = [head];
  let length = head.length;
  let left = 0;
  for (const section of sections.map((write) => write(report)).filter(Boolean)) {
    if (left > 0 || length + section.length + 2 > COMMENT_LENGTH - NOTE_LENGTH) left++;
    else {
      kept.push(section);
      length += section.length + 2;
    }
  }
  return [...kept, ...(left > 0 ? [shortened(left, name, context)] : [])].join("\n\n");
};

function shortened(left: number, name: string, { link }: FormatContext): string {
  const where =
    link === undefined ? `${code(`genesys-eventbridge report ${name}`)} makes it` : `[read it here](<${link}>)`;
  return `> Shortened: ${left} more section${left === 1 ? " is" : "s are"} in the whole report; ${where}.`;
}
