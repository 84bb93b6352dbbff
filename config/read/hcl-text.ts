import { NESTING } from "../../aws/limits";
import { tooDeep, Unreadable } from "./tree";

/** A text between quotes or in a heredoc; it has no `value` where it holds a template (`${…}`), which is no literal. */
export interface ReadText {
  readonly value?: string;
  readonly end: number;
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
const ESCAPED_OPENING = /([$%])\1\{/g;
const unterminated = (start: number) => new Unreadable(start, 'has no closing "; text ends on the line where it began');

/** Reads the quoted text whose opening quote is at `start`; `depth` counts the templates around it. */
export function readQuoted(text: string, start: number, depth = 0): ReadText {
  let value = "";
  let template = false;
  let at = start + 1;
  for (;;) {
    const char = text[at];
    if (char === undefined || char === "\n" || char === "\r") throw unterminated(start);
    if (char === '"') break;
    if (char === "\\" && !/^[\r\n]?$/.test(text[at + 1] ?? "")) {
      const [chars, length] = readEscape(text, at);
      value += chars;
      at += length;
    } else if ((char === "$" || char === "%") && text[at + 1] === "{") {
      template = true;
      at = skipTemplate(text, at + 1, start, depth);
    } else if ((char === "$" || char === "%") && text.startsWith(`${char}{`, at + 1)) {
      value += `${char}{`;
      at += 3;
    } else {
      value += char;
      at += 1;
    }
  }
  return template ? { end: at + 1 } : { value: value.normalize("NFC"), end: at + 1 };
}

function readEscape(text: string, at: number): [string, number] {
  const letter = text[at + 1] ?? "";
  const simple = ESCAPES[letter];
  if (simple !== undefined) return [simple, 2];
  const digits = letter === "u" ? 4 : letter === "U" ? 8 : 0;
  const hex = text.slice(at + 2, at + 2 + digits);
  const code = Number.parseInt(hex, 16);
  const whole = digits > 0 && hex.length === digits && /^[0-9a-f]+$/i.test(hex);
  if (whole && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) return [String.fromCodePoint(code), 2 + digits];
  const shown = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  throw new Unreadable(
    at,
    `\\${shown} is no escape; write \\\\ for a backslash (known: \\n \\r \\t \\" \\\\ \\uNNNN \\UNNNNNNNN)`,
  );
}

/** Returns the offset behind the `}` of a template; texts inside it may hold braces and templates of their own. */
function skipTemplate(text: string, open: number, start: number, depth: number): number {
  if (depth > NESTING) throw tooDeep(open, []);
  let braces = 0;
  for (let at = open; at < text.length; ) {
    if (text[at] === "{") braces++;
    if (text[at] === "}" && --braces === 0) return at + 1;
    at = skipPart(text, at, depth + 1);
  }
  throw unterminated(start);
}

/** Steps over the text, the comment or the one character that is at `at` within an expression. */
export function skipPart(text: string, at: number, depth = 0): number {
  if (text[at] === '"') return readQuoted(text, at, depth).end;
  if (text.startsWith("<<", at)) return readHeredoc(text, at).end;
  return commentEnd(text, at) ?? at + 1;
}

/** The end of the comment at `at`; nothing where none begins. A line's comment ends before the line break. */
export function commentEnd(text: string, at: number): number | undefined {
  if (text[at] === "#" || text.startsWith("//", at)) {
    const end = text.indexOf("\n", at);
    return end === -1 ? text.length : end;
  }
  if (!text.startsWith("/*", at)) return undefined;
  const end = text.indexOf("*/", at + 2);
  if (end === -1) throw new Unreadable(at, "this comment has no end; write */");
  return end + 2;
}

/** Reads the heredoc (`<<WORD` or `<<-WORD`) at `start`; its end is the line break behind the closing word. */
export function readHeredoc(text: string, start: number): ReadText {
  const opening = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (match === null)
    throw new Unreadable(
      start,
      "<< opens a text that goes over several lines: write <<EOT and the text from the next line on",
    );
  const [, flush, word] = match;
  const lines: string[] = [];
  for (let at = opening.lastIndex; ; ) {
    const end = text.indexOf("\n", at);
    if (end === -1)
      throw new Unreadable(
        start,
        `the text has no end: ${word} must stand alone on a line behind it, with a line break`,
      );
    const line = text.slice(at, end + 1);
    const stray = line.search(/\r(?!\n)/);
    if (stray !== -1)
      throw new Unreadable(at + stray, "is a carriage return without a line feed; end lines with both or \\n");
    if (line.trim() === word) {
      const body = (flush === "" ? lines : withoutIndent(lines)).join("");
      return hasTemplate(body) ? { end } : { value: body.replace(ESCAPED_OPENING, "$1{").normalize("NFC"), end };
    }
    lines.push(line);
    at = end + 1;
  }
}

/** Blank lines neither count nor change. Not by Math.min(...), which takes no more arguments than the stack holds. */
function withoutIndent(lines: string[]): string[] {
  const indent = lines.reduce(
    (least, line) => (line.trim() === "" ? least : Math.min(least, line.search(/\S/))),
    Infinity,
  );
  return lines.map((line) => (line.trim() === "" ? line : line.slice(indent)));
}

function hasTemplate(body: string): boolean {
  return /[$%]\{/.test(body.replace(ESCAPED_OPENING, "_"));
}
