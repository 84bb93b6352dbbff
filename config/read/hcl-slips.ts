/** Something that is no HCL, and of which it is clear what was meant: it is told, and reading goes on. */
export interface Slip {
  readonly message: string;
  /** The offset at which reading goes on. */
  readonly end: number;
}

export const FOREIGN_QUOTES = /['\u2018-\u201f\u00ab\u00bb\u300c\u300d\uff02\u0060]/;
const CLOSING = /^(?:"|['\u2018-\u201f\u00ab\u00bb\u300c\u300d\uff02\u0060])[ \t]*(?:[,;\])}#\r\n]|$)/;
/** The length of text on one line at which looking for its end is given up. */
const TEXT = 2000;

/** Text between quotes of another language or of a word processor. */
export function foreignText(text: string, at: number): (Slip & { readonly value: string }) | undefined {
  const char = text[at] ?? "";
  if (!FOREIGN_QUOTES.test(char)) return undefined;
  for (let end = at + 1; end < Math.min(text.length, at + TEXT) && text[end] !== "\n"; end++) {
    if (!CLOSING.test(text.slice(end, end + 200))) continue;
    const value = text.slice(at + 1, end);
    if (/["\\]|[$%]\{/.test(value)) return undefined;
    return { message: `${char} is not a quote here; write "${value}"`, end: end + 1, value };
  }
  return undefined;
}

/** The sign between a name and its value, in the spelling of other languages. `at` is where it begins. */
export function foreignEquals(text: string, at: number, key: string): (Slip & { readonly sign: string }) | undefined {
  const sign = /^(?:=[=>]|:=?|->)/.exec(text.slice(at, at + 2))?.[0];
  if (sign === undefined) return undefined;
  return { message: `write = behind ${key}, not ${sign}`, end: at + sign.length, sign };
}

export interface Block extends Slip {
  readonly labels: readonly string[];
  /** True if they are not even values. */
  readonly foreign: boolean;
}

/** Advice for a name of two words; undefined where another is not the next. */
export function secondWord(text: string, at: number, key: string): string | undefined {
  const word = /^[\w-]{1,100}(?=[ \t]*[={])/.exec(text.slice(at, at + 200))?.[0];
  if (word === undefined) return undefined;
  if (/^(?:export|set|let|var|const|val)$/i.test(key)) return `write ${word} = …, without ${key}`;
  return `a name is one word: write ${key}-${word} = … or ${key}_${word} = …`;
}

/** A block, as Terraform's own language has them: `name "label" {`. `at` is behind the name; `end` is at the brace. */
export function block(text: string, at: number, key: string): Block | undefined {
  const found = /^[ \t]*((?:(?:"[^"\n]{0,200}"|[\w-]{1,200})[ \t]+){0,3})\{/.exec(text.slice(at, at + 700));
  if (found === null) return undefined;
  const [whole, names = ""] = found;
  const labels = [...names.matchAll(/"([^"]*)"|([\w-]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  const end = at + whole.length - 1;
  if (CODE.includes(key)) {
    const message = `a ${key} block is Terraform's code, and this file holds values only; take it out`;
    return { message, end, labels, foreign: true };
  }
  if (key === "backend") {
    const message = `write state = { backend = "${labels[0] ?? "s3"}", … }, which this program makes a backend of`;
    return { message, end, labels, foreign: true };
  }
  const inner = labels.reduceRight((below, label) => `{ ${label} = ${below} }`, "{ … }");
  const signs = labels.length === 0 ? "with an equals sign" : "with an equals sign behind each name";
  return { message: `write ${key} = ${inner}, ${signs}`, end, labels, foreign: false };
}

const CODE = ["variable", "locals", "resource", "data", "module", "provider", "terraform", "output", "moved", "import"];

/** Spaces that look like one and are none, as web pages and chats have them. */
export const STRANGE_SPACE = /[\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

export function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
