/**
 * Returns the project's own prose for a table cell or a list: what Markdown would take for HTML, emphasis or a column stays as it is
 * written. Text of a user's file is escaped in full, by the report.
 */
export function prose(text: string): string {
  return text.replace(/[|<*]/g, "\\$&");
}

/** A link to a heading, of this page unless told otherwise. */
export function link(heading: string, shown: string, page = ""): string {
  return `[${shown}](${page}#${anchor(heading)})`;
}

/** Returns the anchor that GitHub makes of a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, "")
    .replaceAll(" ", "-");
}
