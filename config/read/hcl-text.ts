import { Unreadable } from "./tree";

/** What stands between quotes or in a heredoc; no `value` where it holds a template (`${…}`), which is no literal. */
export interface ReadText {
  readonly value?: string;
  readonly end: number;
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
const unterminated = (start: number) => new Unreadable(start, 'has no closing "; text ends on the line where it began');

/** Reads the quoted text whose opening quote is at `start`. */
export function readQuoted(text: string, start: number): ReadText {
  let value = "";
  let template = false;
  let at = start + 1;
  for (;;) {
    const char = text[at];
    if (char === undefined || char === "\n") throw unterminated(start);
    if (char === '"') break;
    if (char === "\\") {
      const [chars, length] = readEscape(text, at);
      value += chars;
      at += length;
    } else if ((char === "$" || char === "%") && text[at + 1] === "{") {
      template = true;
      at = skipTemplate(text, at + 1, start);
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
  throw new Unreadable(
    at,
    `\\${letter} is no escape; write \\\\ for a backslash (known: \\n \\r \\t \\" \\\\ \\uNNNN \\UNNNNNNNN)`,
  );
}

/** From the `{` of a template to behind its `}`; texts inside it may hold braces of their own. */
function skipTemplate(text: string, open: number, start: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = readQuoted(text, at).end - 1;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at + 1;
  }
  throw unterminated(start);
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
  let at = opening.lastIndex;
  for (;;) {
    if (at >= text.length)
      throw new Unreadable(start, `the text has no end: ${word} must stand alone on a line behind it`);
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(at, end);
    if (line.trim() === word) {
      const body = (flush === "" ? lines : withoutIndent(lines)).join("");
      return hasTemplate(body) ? { end } : { value: body.replace(/([$%])\1\{/g, "$1{").normalize("NFC"), end };
    }
    lines.push(`${line}\n`);
    at = end + 1;
  }
}

function withoutIndent(lines: string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.replace(new RegExp(`^[ \\t]{0,${indent}}`), ""));
}

function hasTemplate(body: string): boolean {
  return /[$%]\{/.test(body.replace(/([$%])\1\{/g, ""));
}
