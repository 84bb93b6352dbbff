const WIDEST = 100;
const NARROWEST = 30;
/** The width below which the right column of a table stands below the left one. */
const TWO_COLUMNS = 60;
const LEFT_WIDEST = 30;

/** Returns the width for prose: the terminal's, but no wider than is read well, and no narrower than a word. */
export function proseWidth(terminal: { readonly columns: number } | undefined): number {
  return Math.max(NARROWEST, Math.min(WIDEST, terminal?.columns ?? WIDEST));
}

/** Returns text in lines of this width; a word that is longer has a line of its own. */
export function wrapped(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((word) => word !== "")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, indent + line];
}

/** Returns the paragraphs of a text, which empty lines part, in lines of this width. */
export function paragraphs(text: string, width: number): string[] {
  return text.split(/\n\s*\n/).flatMap((one, index) => [...(index > 0 ? [""] : []), ...wrapped(one, width)]);
}

/** Returns rows of two columns, or of one below the other where the terminal is narrow. */
export function table(rows: readonly (readonly [left: string, right: string])[], width: number): string[] {
  const longest = Math.max(0, ...rows.map(([left]) => left.length));
  const left = Math.min(longest, LEFT_WIDEST);
  return rows.flatMap(([name, words]) => {
    if (width < TWO_COLUMNS || name.length > left) return [`  ${name}`, ...wrapped(words, width, "      ")];
    const [first = "", ...rest] = wrapped(words, width - left - 4);
    const lines = [`  ${name.padEnd(left)}  ${first}`, ...rest.map((line) => " ".repeat(left + 4) + line)];
    return lines.map((line) => line.trimEnd());
  });
}
