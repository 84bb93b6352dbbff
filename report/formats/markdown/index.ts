import { calledForOutput } from "../../../text/called";
import { joined } from "../../../text/words";
import type { Report } from "../../schema";
import type { FormatContext, ReportFormat } from "../format";
import {
  comparisonSection,
  controlsSection,
  destinationsSection,
  feedsSection,
  findingsSection,
  flowSection,
  limitsSection,
  planSection,
  rulesSection,
  statementsSection,
  topicsSection,
} from "./sections";
import { leftOut, MOST, shortened } from "./shortened";
import { storesSection } from "./stores";
import { code } from "./text";

/** The longest comment that GitHub takes (API of issue comments, read 2026-11). */
const COMMENT_LENGTH = 65_536;
const NOTE_LENGTH = 1000;

/** Sections, of which what matters most stands first: what does not fit is left out from the end. */
const sections: readonly ((report: Report) => string)[] = [
  planSection,
  findingsSection,
  comparisonSection,
  flowSection,
  topicsSection,
  destinationsSection,
  storesSection,
  feedsSection,
  rulesSection,
  limitsSection,
  controlsSection,
  statementsSection,
];

/** The format for the comment of a pull request. */
export const markdown: ReportFormat = (report, context) => {
  const { environment, tool } = report;
  const { name, aws_account_id, aws_region, permissions_boundary_arn: boundary } = environment;
  const bounded = boundary === null ? "" : ` Every role that it makes has the permissions boundary ${code(boundary)}.`;
  const head = `## ${code(name)}: Genesys Cloud events into account ${aws_account_id}, ${aws_region}\nMade by ${tool.name} ${tool.version}.${bounded}`;
  const room = COMMENT_LENGTH - NOTE_LENGTH - head.length;
  // The picture is of everything: it draws rules together where they are many.
  const written = (part: Report) =>
    sections.map((write) => write(write === flowSection ? report : part)).filter(Boolean);
  const parts = MOST.map((most) => shortened(report, most));
  const part = parts.find((some) => lengthOf(written(some)) <= room) ?? parts.at(-1) ?? report;
  const kept: string[] = [];
  for (const section of written(part)) if (lengthOf([...kept, section]) <= room) kept.push(section);
  const sectionsLeft = written(part).length - kept.length;
  const left = [...leftOut(report, part), ...(sectionsLeft === 0 ? [] : [`${sectionsLeft} of its sections`])];
  return [head, ...kept, ...(left.length === 0 ? [] : [note(left, name, context)])].join("\n\n");
};

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((length, text) => length + text.length + 2, 0);
}

function note(left: readonly string[], name: string, { link }: FormatContext): string {
  const where =
    link === undefined
      ? `${code(calledForOutput("report", name))} makes it`
      : `[read it here](<${link.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
  return `> Shortened by ${joined(left)}. They are in the whole report; ${where}.`;
}
