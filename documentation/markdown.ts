/** Prose for a table cell or a list: what Markdown would take for HTML, emphasis or a column stays as it is written. */
export function prose(text: string): string {
  return text.replace(/[|<*]/g, "\\$&");
}

/** A value or a name, also within a table. */
export function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|")}\``;
}

/** A link to a heading, of this page unless told otherwise. */
export function link(heading: string, shown: string, page = ""): string {
  return `[${shown}](${page}#${anchor(heading)})`;
}

/** As GitHub makes it of a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, "")
    .replaceAll(" ", "-");
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
