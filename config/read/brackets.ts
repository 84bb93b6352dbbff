import type { Path } from "../../text/value";

/** Lines are looked at no further than this, as a file may be one long line. */
const LINE = 300;

/** A bracket that was probably meant to be closed, and the line that shows it. */
export interface Unclosed {
  readonly open: number;
  readonly path: Path;
  /** The line in front of which the closing bracket is missing. */
  readonly before: number;
}

/**
 * The bracket without its end. A reader notices one only at the end of the file, and then blames the outermost; where lines are
 * indented as is usual, they tell better.
 */
export class Brackets {
  #suspect: Unclosed | undefined;

  /** Takes note of a closing bracket: one that begins its line should stand below the line that opened it. */
  closed(text: string, open: number, close: number, path: Path): void {
    if (this.#suspect !== undefined) return;
    const closing = indentAt(text, close);
    const opening = lineIndent(text, open);
    if (closing === undefined || opening === undefined || opening.line === closing.line) return;
    if (closing.indent < opening.indent) this.#suspect = { open, path: [...path], before: close };
  }

  /** Takes note of a name in a map: one that stands as far left as the line that opened the map does not belong to it. */
  named(text: string, open: number, name: number, path: Path): void {
    if (this.#suspect !== undefined) return;
    const naming = indentAt(text, name);
    const opening = lineIndent(text, open);
    if (naming === undefined || opening === undefined || opening.line === naming.line) return;
    if (naming.indent <= opening.indent) this.#suspect = { open, path: [...path], before: name };
  }

  /** The one without its end, by the indentation of what was read so far. */
  get suspect(): Unclosed | undefined {
    return this.#suspect;
  }
}

interface Indent {
  /** Offset of the line's begin. */
  readonly line: number;
  readonly indent: number;
}

/** The indentation of what is at an offset; undefined where something stands before it on its line. */
function indentAt(text: string, at: number): Indent | undefined {
  let start = at;
  while (start > 0 && at - start < LINE && /[ \t]/.test(text[start - 1] ?? "")) start--;
  return start === 0 || text[start - 1] === "\n" ? { line: start, indent: at - start } : undefined;
}

/** The indentation of the line that holds an offset; undefined where the line is very long. */
function lineIndent(text: string, at: number): Indent | undefined {
  const before = text.slice(Math.max(0, at - LINE), at);
  const start = before.lastIndexOf("\n");
  if (start === -1 && at > LINE) return undefined;
  const line = at - before.length + start + 1;
  return { line, indent: /^[ \t]*/.exec(before.slice(start + 1))?.[0].length ?? 0 };
}
