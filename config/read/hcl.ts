import { hiddenReason } from "../credentials/hidden-reason";
import { NESTING } from "../limits";
import { commentEnd, type ReadText, readHeredoc, readQuoted, skipPart } from "./hcl-text";
import { type Entry, keptNumber, type PlacedFinding, type Tree, tooDeep, Unreadable } from "./tree";

const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const FOR = /for(?![\p{ID_Continue}-])/uy;
/** What continues an expression, so that what came before it was only a part of one. */
const OPERATOR = /[-+*/%<>=!&|?.[(]/;
const FOREIGN_QUOTES = /['\u2018-\u201f\u00ab\u00bb\u300c\u300d\uff02\u0060]/;
const BARE_TEXT = /^[\p{L}\p{N}_.:@/ -]+$/u;
const ONLY_LITERALS = "this file takes plain values only";

/**
 * Reads the literals of a tfvars file. Expressions are no syntax errors: each is added to `findings`, and reading goes on
 * behind it.
 *
 * @throws Unreadable where the text is no HCL.
 */
export function readHcl(text: string, findings: PlacedFinding[]): Tree {
  const reader = new HclReader(text, findings);
  try {
    return reader.file();
  } catch (error) {
    if (!(error instanceof Unreadable) || error.path.length > 0) throw error;
    throw new Unreadable(error.at, error.message, reader.path, error.id);
  }
}

class HclReader {
  /** What is being read. */
  readonly path: (string | number)[] = [];
  #at = 0;

  constructor(
    readonly text: string,
    readonly findings: PlacedFinding[],
  ) {}

  file(): Tree {
    const entries: Entry[] = [];
    for (this.#space(true); this.#at < this.text.length; this.#space(true)) entries.push(this.#attribute());
    return { kind: "object", at: 0, entries };
  }

  #attribute(): Entry {
    const at = this.#at;
    if (this.text[at] === '"') throw this.#wrong("names at the top of the file are written without quotes");
    const key = this.#match(IDENTIFIER);
    if (key === undefined) throw this.#unexpected("a name");
    this.#space(false);
    if (this.text[this.#at] === "{") throw new Unreadable(at, `write ${key} = { … }, with an equals sign`, [key]);
    if (this.text[this.#at] !== "=") throw this.#unexpected(`= behind ${key}`);
    const value = this.#assigned(key, false);
    this.#space(false);
    if (this.#at < this.text.length && !this.#newline()) throw this.#unexpected("a new line");
    return { key, at, value };
  }

  /** The value behind the `=` (or `:`) that is next. */
  #assigned(key: string | number, newlines: boolean): Tree {
    this.#at++;
    this.#space(newlines);
    return this.#within(key, () => this.#expression(newlines));
  }

  #within(key: string | number, read: () => Tree): Tree {
    if (this.path.length >= NESTING) throw tooDeep(this.#at, this.path);
    this.path.push(key);
    const tree = read();
    this.path.pop();
    return tree;
  }

  /** `newlines`: line breaks mean nothing here, as inside of [ ]. */
  #expression(newlines: boolean): Tree {
    const at = this.#at;
    const tree = this.#literal(at);
    if (tree === undefined) return this.#refuse(at, newlines);
    const end = this.#at;
    this.#space(newlines);
    if (OPERATOR.test(this.text[this.#at] ?? "")) return this.#refuse(at, newlines);
    this.#at = end;
    return tree;
  }

  #literal(at: number): Tree | undefined {
    const char = this.text[at] ?? "";
    if (char === '"') return this.#scalarText(at, readQuoted(this.text, at));
    if (this.text.startsWith("<<", at)) return this.#scalarText(at, readHeredoc(this.text, at));
    if (char === "[") return this.#list(at);
    if (char === "{") return this.#object(at);
    if (char === "-" || /\d/.test(char)) return this.#number(at);
    if (char === "(" || char === "!") return undefined;
    const word = this.#match(IDENTIFIER);
    if (word === undefined) throw this.#unexpected("a value");
    if (word === "true" || word === "false") return { kind: "scalar", at, value: word === "true" };
    return word === "null" ? { kind: "scalar", at, value: null } : undefined;
  }

  #scalarText(at: number, { value, end }: ReadText): Tree | undefined {
    this.#at = end;
    return value === undefined ? undefined : { kind: "scalar", at, value };
  }

  #number(at: number): Tree | undefined {
    const negative = this.text[at] === "-";
    if (negative) this.#at++;
    this.#space(false);
    const digits = this.#match(NUMBER);
    if (digits === undefined) return undefined;
    const value = Number(digits) * (negative ? -1 : 1);
    return { kind: "scalar", at, value: keptNumber(value, at) };
  }

  #list(at: number): Tree | undefined {
    const items: Tree[] = [];
    this.#at++;
    for (this.#space(true); this.text[this.#at] !== "]"; this.#space(true)) {
      if (items.length === 0 && this.#isFor(at)) return undefined;
      items.push(this.#within(items.length, () => this.#expression(true)));
      this.#space(true);
      if (this.text[this.#at] === ",") this.#at++;
      else if (this.text[this.#at] !== "]") throw this.#unexpected("a comma or ]", at);
    }
    this.#at++;
    return { kind: "list", at, items };
  }

  #object(at: number): Tree | undefined {
    const entries: Entry[] = [];
    this.#at++;
    for (this.#space(true); this.text[this.#at] !== "}"; this.#space(true)) {
      if (entries.length === 0 && this.#isFor(at)) return undefined;
      const keyAt = this.#at;
      const key = this.#key(at);
      this.#space(false);
      if (!/[=:]/.test(this.text[this.#at] ?? "")) throw this.#unexpected(`= behind ${key}`, at);
      entries.push({ key, at: keyAt, value: this.#assigned(key, false) });
      this.#space(false);
      if (this.text[this.#at] === ",") this.#at++;
      else if (this.text[this.#at] !== "}" && !this.#newline()) throw this.#unexpected("a new line, a comma or }", at);
    }
    this.#at++;
    return { kind: "object", at, entries };
  }

  #key(open: number): string {
    const at = this.#at;
    if (this.text[at] === '"') {
      const { value, end } = readQuoted(this.text, at);
      if (value === undefined) throw this.#wrong(`a name cannot be a template; ${ONLY_LITERALS}`);
      this.#at = end;
      return value;
    }
    const number = this.#match(NUMBER);
    if (number !== undefined && number !== String(Number(number)))
      throw new Unreadable(at, `write "${number}" in quotes; as a number it would be another name`);
    const word = number ?? this.#match(IDENTIFIER);
    if (word === undefined) throw this.#unexpected("a name or }", open);
    if (/[.[(]/.test(this.text[this.#at] ?? ""))
      throw new Unreadable(at, `write a name with such characters in quotes`);
    return word.normalize("NFC");
  }

  /** Whether the bracket at `open` opens a for expression; goes back to it then, so that all of it can be skipped. */
  #isFor(open: number): boolean {
    FOR.lastIndex = this.#at;
    if (!FOR.test(this.text)) return false;
    this.#at = open;
    return true;
  }

  /** Reports the expression that starts at `at`, of which some is read already, and steps behind it. */
  #refuse(at: number, newlines: boolean): Tree {
    this.#skipExpression(newlines);
    const path = [...this.path];
    const hidden = hiddenReason(this.text.slice(at, this.#at), path);
    this.findings.push(
      hidden === undefined
        ? { id: "not-a-literal", path, at, message: this.#whyNoLiteral(at) }
        : { id: "credential-in-file", path, at, message: hidden },
    );
    return { kind: "refused", at };
  }

  #whyNoLiteral(at: number): string {
    const rest = this.text.slice(at, Math.min(at + 200, this.#at));
    const word = /^[\p{ID_Start}_][\p{ID_Continue}-]*/u.exec(rest)?.[0];
    if (/^["<]/.test(rest) && /[$%]\{/.test(this.text.slice(at, this.#at))) {
      return `holds an expression; ${ONLY_LITERALS}: write what it stands for (or $\${ and %%{ for the characters \${ and %{ themselves)`;
    }
    if (word !== undefined) {
      const next = rest[word.length] ?? "";
      if (next === "(") return `${word}() is a function; ${ONLY_LITERALS}: write its result`;
      if (next === "." || next === "[")
        return `${word}${next}… is a reference; ${ONLY_LITERALS}: write the value itself`;
      const bare = rest.replace(/(?:\s+\/[/*]|\s*#).*/s, "").trim();
      if (BARE_TEXT.test(bare)) return `text must be in quotes: write "${bare}"`;
    }
    return `is an expression; ${ONLY_LITERALS}: write its result`;
  }

  #skipExpression(newlines: boolean): void {
    let depth = 0;
    while (this.#at < this.text.length) {
      const char = this.text[this.#at] ?? "";
      const ends = depth === 0 && (/[,\])}]/.test(char) || (char === "\n" && !newlines));
      if (ends) return;
      if (/[[({]/.test(char)) depth++;
      if (/[\])}]/.test(char)) depth--;
      this.#at = skipPart(this.text, this.#at);
    }
  }

  #space(newlines: boolean): void {
    for (;;) {
      const char = this.text[this.#at] ?? "";
      const skip = char === "\n" ? newlines : /[ \t]/.test(char) || this.text.startsWith("\r\n", this.#at);
      const end = skip ? this.#at + 1 : commentEnd(this.text, this.#at);
      if (end === undefined) return;
      this.#at = end;
    }
  }

  #newline(): boolean {
    if (this.text[this.#at] !== "\n") return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #unexpected(wanted: string, open?: number): Unreadable {
    const char = String.fromCodePoint(this.text.codePointAt(this.#at) ?? 0);
    if (this.#at >= this.text.length) {
      const opened = open === undefined ? "" : `; the ${this.text[open]} that was opened here has no end`;
      return new Unreadable(open ?? this.#at, `the file ends where ${wanted} is wanted${opened}`);
    }
    if (FOREIGN_QUOTES.test(char)) return this.#wrong(`${char} is not a quote here; write "`);
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    let shown = char;
    if (char === ".") shown = "a dot";
    else if (char === "\n" || this.text.startsWith("\r\n", this.#at)) shown = "the line's end";
    else if (/[\p{C}\p{Z}]/u.test(char)) shown = `the character U+${code}`;
    return this.#wrong(`${wanted} is wanted here, not ${shown}`);
  }

  #wrong(message: string): Unreadable {
    return new Unreadable(this.#at, message);
  }
}
