import { largest } from "../../text/largest";

/** Text from a file as prose: nothing of it becomes HTML, emphasis, a link, a column, a mention or an issue's number. */
export function prose(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[&<>@#]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/[\\`*_[\]|~]/g, "\\$&");
}

/** A name or a value, also within a table. */
export function code(text: string): string {
  const plain = text.replace(/\s+/g, " ").replaceAll("|", "\\|");
  const ticks = "`".repeat(longestRun(plain) + 1);
  const space = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return `${ticks}${space}${plain}${space}${ticks}`;
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

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
