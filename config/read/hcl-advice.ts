import { booleanMeant } from "../../text/words";
import { quantity } from "../quantity";
import { codePoint, FOREIGN_QUOTES } from "./hcl-slips";

export const ONLY_LITERALS = "this file takes plain values only";
const BARE_TEXT = /^[\p{L}\p{N}_.:@/ -]+$/u;
const WORD = /^[\p{ID_Start}_][\p{ID_Continue}-]*/u;

/** Returns what to write in place of an expression; `whole` is all of it, `key` what it would be the value of. */
export function literalAdvice(whole: string, key: string): string {
  const rest = whole.slice(0, 200);
  const bare = rest.replace(/(?:\s+\/[/*]|\s*#).*/s, "").trim();
  if (/^["<]/.test(rest) && /[$%]\{/.test(whole)) {
    return `holds an expression; ${ONLY_LITERALS}: write what it stands for (or $\${ and %%{ for the characters \${ and %{ themselves)`;
  }
  if (/^[+.]?\d/.test(rest)) return numberAdvice(bare, key);
  const word = WORD.exec(rest)?.[0];
  if (word === undefined) return `is an expression; ${ONLY_LITERALS}: write its result`;
  const next = rest[word.length] ?? "";
  if (next === "(") return `${word}() is a function; ${ONLY_LITERALS}: write its result`;
  if (next === "." || next === "[") return `${word}${next}… is a reference; ${ONLY_LITERALS}: write the value itself`;
  return BARE_TEXT.test(bare) ? wordAdvice(bare) : `is an expression; ${ONLY_LITERALS}: write its result`;
}

/** Returns the advice for a word without quotes: some are values of other languages. */
function wordAdvice(bare: string): string {
  if (/^(?:none|nil|null|undefined|nan)$/i.test(bare))
    return `${bare} is no value here; leave the key out, or write null`;
  const meant = booleanMeant(bare);
  if (meant === undefined) return `text must be in quotes: write "${bare}"`;
  if (bare.toLowerCase() === meant) return `write ${meant}, in small letters and without quotes`;
  return `${bare} is no value here; write ${meant}, or "${bare}" where text is meant`;
}

function numberAdvice(bare: string, key: string): string {
  const number = quantity(bare.replace(/^\+/, "").replace(/^\./, "0."), key);
  if (number !== undefined) return `${bare} is no number here; write ${number}`;
  return BARE_TEXT.test(bare)
    ? `${bare} is no number here; write the number alone, or "${bare}" where text is meant`
    : `is an expression; ${ONLY_LITERALS}: write its result`;
}

/** Returns what was found in place of what is wanted, and what it may have been meant for. */
export function unexpected(text: string, at: number, wanted: string): string {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const line = text.slice(at, at + 100).split("\n", 1)[0] ?? "";
  const isName = wanted.startsWith("a name");
  const foreign = FOREIGN.find(({ pattern, atNames }) => pattern.test(line) && (isName || !atNames));
  if (foreign !== undefined) return `${wanted} is wanted here, not ${shownChar(text, at)}; ${foreign.advice}`;
  if (FOREIGN_QUOTES.test(char)) return `${char} is not a quote here; write "`;
  return `${wanted} is wanted here, not ${shownChar(text, at)}`;
}

function shownChar(text: string, at: number): string {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (char === ".") return "a dot";
  if (char === "\n" || text.startsWith("\r\n", at)) return "the line's end";
  if (char === "\r") return "the character U+000D, a carriage return alone; save the file with line feeds (LF)";
  return /[\p{C}\p{Z}]/u.test(char) ? `the character ${codePoint(char)}` : char;
}

/** Beginnings of what other languages have there. */
const FOREIGN: readonly { readonly pattern: RegExp; readonly atNames?: true; readonly advice: string }[] = [
  { pattern: /^---\s*$/, atNames: true, advice: "YAML begins so; write NAME = value on each line" },
  { pattern: /^(?:;|--|%|<!--|\*|'|""")/, atNames: true, advice: "comments begin with #" },
  { pattern: /^\[[\w.-]+\]/, atNames: true, advice: "a section is a map here: write NAME = { … }" },
  { pattern: /^\{\{/, advice: "{{ … }} is a placeholder that nobody has filled in; write the value" },
  { pattern: /^\{/, atNames: true, advice: "write NAME = in front of it" },
  { pattern: /^<[\w .-]+>/, advice: "< … > is a placeholder that nobody has filled in; write the value, in quotes" },
  { pattern: /^\$\{?\w/, advice: "variables of the environment are not read here; write the value" },
  { pattern: /^%\w+%/, advice: "variables of the environment are not read here; write the value" },
  { pattern: /^\/.*\//, advice: "there are no regular expressions here; write text in quotes" },
  { pattern: /^""/, advice: "text of several lines begins with <<EOT and ends with a line EOT" },
];
