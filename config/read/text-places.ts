import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { isDeeplyNested } from "../../text/nesting";
import type { Path } from "../../text/value";

/** The length up to which places are looked for: longer than any text that AWS takes. */
const LONGEST = 20_000;

/** The offset within JSON text of what a path leads to, or of the nearest thing around it. */
export function offsetInJson(json: string, path: Path, atKey: boolean): number {
  const root = json.length > LONGEST || isDeeplyNested(json) ? undefined : parseTree(json);
  if (root === undefined) return 0;
  for (let depth = path.length; depth > 0; depth--) {
    const found = findNodeAtLocation(root, path.slice(0, depth));
    if (found !== undefined) return (atKey && depth === path.length ? keyOf(found) : found).offset;
  }
  return root.offset;
}

function keyOf(node: Node): Node {
  const property = node.parent?.type === "property" ? node.parent : undefined;
  return property?.children?.[0] ?? node;
}

/**
 * The place in a file of one character of a text: `at` is where the text begins there, with its quote or as a heredoc, and
 * `index` counts the characters that it stands for.
 */
export function placeInText(file: string, at: number, index: number): number {
  if (index === 0 || index > LONGEST) return at;
  return file.startsWith("<<", at) ? inHeredoc(file, at, index) : inQuotes(file, at + 1, index);
}

function inQuotes(file: string, start: number, index: number): number {
  let place = start;
  for (let left = index; left > 0 && place < file.length; ) {
    const [written, stands] = lengths(file, place);
    place += written;
    left -= stands;
  }
  return place;
}

/** Returns how many characters are written for how many: escapes are longer than what they stand for. */
function lengths(file: string, at: number): [written: number, stands: number] {
  if (/^[$%]/.test(file[at] ?? "") && file.startsWith(`${file[at]}{`, at + 1)) return [3, 2];
  if (file[at] !== "\\") return [1, 1];
  if (file[at + 1] === "u") return [6, 1];
  if (file[at + 1] !== "U") return [2, 1];
  return [10, Number.parseInt(file.slice(at + 2, at + 10), 16) > 0xffff ? 2 : 1];
}

function inHeredoc(file: string, at: number, index: number): number {
  const [, flush = "", word = ""] = /^<<(-?)([^\r\n]*)/.exec(file.slice(at, at + 300)) ?? [];
  const lines: { readonly start: number; readonly text: string }[] = [];
  for (let start = file.indexOf("\n", at) + 1; start > 0; ) {
    const end = file.indexOf("\n", start);
    const text = file.slice(start, end === -1 ? file.length : end + 1);
    if (end === -1 || text.trim() === word) break;
    lines.push({ start, text });
    start = end + 1;
  }
  const margin = flush === "" ? 0 : lines.reduce((least, { text }) => Math.min(least, indentOf(text)), Infinity);
  let left = index;
  for (const { start, text } of lines) {
    const skipped = text.trim() === "" ? 0 : margin;
    let place = start + skipped;
    for (; left > 0 && place < start + text.length; ) {
      const [written, stands] = /[$%]/.test(file[place] ?? "") ? lengths(file, place) : [1, 1];
      place += written;
      left -= stands;
    }
    if (place < start + text.length) return place;
  }
  return at;
}

/** Blank lines do not count. */
function indentOf(line: string): number {
  return line.trim() === "" ? Infinity : line.search(/\S/);
}
