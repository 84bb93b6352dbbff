import { printable } from "../../../text/issue";
import { largest } from "../../text/largest";

/** A sign of no width: it parts what a host would take for a mention, a link or a number of its own. */
const APART = "&#8203;";

/**
 * Text from a file as prose: nothing of it becomes HTML, emphasis, a list, a link, a column, a formula, a mention or a
 * number of the host. Hosts look for mentions, numbers and addresses in what is shown, where an entity is a plain letter.
 */
export function prose(text: string): string {
  const inert = printable(text.replace(/\s+/g, " ")).replace(SIGNS, inertSign);
  // At its beginning these make a list or a heading.
  return inert.replace(/^(?:[-+=]|\d+[.)])(?=\s|$)/, `${APART}$&`);
}

const SIGNS = /[&<>@#$\\`*_[\]|~]|:\/\/|:(?=[a-z0-9_+-]+:)|\bwww\.|[!%^](?=[a-z0-9"])|\b(?:GH|GL)(?=-\d)/gi;

function inertSign(sign: string): string {
  if (/[<>]/.test(sign)) return entity(sign);
  if (/[&@#]/.test(sign)) return `${entity(sign)}${APART}`;
  if (sign === "$") return `<span>${entity(sign)}</span>`;
  if (sign === "://") return `:${APART}//`;
  if (/[\\`*_[\]|~]/.test(sign)) return `\\${sign}${sign === "~" ? APART : ""}`;
  return `${sign}${APART}`;
}

/** A name or a value, also within a table. */
export function code(text: string): string {
  const shown = printable(text.replace(/\s+/g, " "));
  // Before a column's end a backslash cannot be written in a span of code.
  if (/\\\||^ *$/.test(shown)) return `<code>${shown.replace(/[^A-Za-z0-9 ]/gu, entity)}</code>`;
  const plain = shown.replaceAll("|", "\\|");
  const ticks = "`".repeat(longestRun(plain) + 1);
  const space = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return `${ticks}${space}${plain}${space}${ticks}`;
}

function entity(char: string): string {
  return `&#${char.codePointAt(0)};`;
}

/** Text of several lines, as it is. */
export function fenced(language: string, text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return largest(
    [...text.matchAll(/`+/g)].map(([run]) => run.length),
    0,
  );
}

/** Returns a table; its cells are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
