import { NESTING } from "../../aws/limits";
import { hiddenReason } from "../credentials/hidden-reason";
import { literalAdvice, ONLY_LITERALS } from "./hcl-advice";
import { HclScanner } from "./hcl-scanner";
import { type Block, block, foreignEquals, foreignText, secondWord } from "./hcl-slips";
import { type ReadText, readHeredoc, readQuoted } from "./hcl-text";
import { type Entry, keptNumber, type PlacedFault, type Tree, tooDeep, Unreadable } from "./tree";

const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LETTER = /[\p{ID_Continue}]/uy;
const FOR = /for(?![\p{ID_Continue}-])/uy;
/** The characters that continue an expression, so that what came before them was only a part of one. */
const OPERATOR = /[-+*/%<>=!&|?.[(]/;

/**
 * Reads the literals of a tfvars file. Expressions are no syntax errors, and neither are slips of which it is clear what was
 * meant: each is added to `faults`, and reading goes on behind it.
 *
 * @throws Unreadable where the text is no HCL.
 */
export function readHcl(text: string, faults: PlacedFault[]): Tree {
  const reader = new HclReader(text, faults);
  try {
    return reader.file();
  } catch (error) {
    if (!(error instanceof Unreadable) || error.path.length > 0) throw error;
    throw new Unreadable(error.at, error.message, reader.path, error.id);
  }
}

class HclReader extends HclScanner {
  file(): Tree {
    const entries: Entry[] = [];
    for (this.space(true); this.at < this.text.length; this.space(true)) entries.push(this.#attribute());
    return { kind: "object", at: 0, entries };
  }

  #attribute(): Entry {
    const at = this.at;
    if (this.text.startsWith('"""', at)) throw this.unexpected("a name");
    if (this.text[at] === "}") throw this.wrong(`closes nothing: there is one } too many${this.suspected()}`);
    const key = this.char === '"' ? this.#quotedName() : this.match(IDENTIFIER);
    if (key === undefined) throw this.unexpected("a name");
    const value = this.#assigned(key, at);
    this.space(false);
    this.separator(/[,;]/, "take it out: a line ends without a comma or a semicolon");
    if (this.at < this.text.length && !this.newline()) throw this.unexpected("a new line");
    return { key, at, value };
  }

  /** A name at the top as JSON has it. */
  #quotedName(): string {
    const { at } = this;
    const { value, end } = readQuoted(this.text, at);
    if (value === undefined) throw this.wrong(`a name cannot be a template; ${ONLY_LITERALS}`);
    this.at = end;
    this.slip(at, `names at the top of the file are written without quotes: write ${value} = …`, []);
    return value;
  }

  /** The value behind the name that ends here, and behind its `=`, whatever is written in its place. */
  #assigned(key: string, keyAt: number, open?: number): Tree {
    this.space(false);
    const blocked = block(this.text, this.at, key);
    if (blocked !== undefined) return this.#block(blocked, key, keyAt);
    const slip = foreignEquals(this.text, this.at, key);
    const colon = open !== undefined || this.text[keyAt] === '"';
    if (slip !== undefined && !(colon && slip.sign === ":")) {
      this.slip(this.at, slip.message);
      this.at = slip.end;
    } else if (this.char === "=" || (colon && this.char === ":")) this.at++;
    else {
      const advice = secondWord(this.text, this.at, key);
      throw advice === undefined ? this.unexpected(`= behind ${key}`, open) : this.wrong(advice);
    }
    this.space(false);
    return this.#within(key, () => this.#expression(false));
  }

  /** `name {` and `name "label" {`: read as if there were equals signs. */
  #block({ message, end, labels, foreign }: Block, key: string, keyAt: number): Tree {
    this.slip(keyAt, message, [...this.path, key]);
    this.at = end;
    if (foreign) {
      this.skipExpression(false);
      return { kind: "refused", at: keyAt };
    }
    const inner = (names: readonly string[]): Tree => {
      const [name, ...below] = names;
      if (name === undefined) return this.#expression(false);
      return {
        kind: "object",
        at: keyAt,
        entries: [{ key: name, at: keyAt, value: this.#within(name, () => inner(below)) }],
      };
    };
    return this.#within(key, () => inner(labels));
  }

  #within(key: string | number, read: () => Tree): Tree {
    if (this.path.length >= NESTING) throw tooDeep(this.at, this.path);
    this.path.push(key);
    const tree = read();
    this.path.pop();
    return tree;
  }

  /** `newlines`: line breaks mean nothing here, as inside of [ ]. */
  #expression(newlines: boolean): Tree {
    const at = this.at;
    const tree = this.#literal(at);
    if (tree === undefined) return this.#refuse(at, newlines);
    const end = this.at;
    this.space(newlines);
    if (OPERATOR.test(this.char)) return this.#refuse(at, newlines);
    this.at = end;
    return tree;
  }

  #literal(at: number): Tree | undefined {
    const char = this.text[at] ?? "";
    if (/^(?:"""|\{\{)/.test(this.text.slice(at, at + 3))) throw this.unexpected("a value");
    if (char === '"') return this.#scalarText(at, readQuoted(this.text, at));
    if (this.text.startsWith("<<", at)) return this.#scalarText(at, readHeredoc(this.text, at));
    if (char === "[") return this.#list(at);
    if (char === "{") return this.#object(at);
    if (/[-\d]/.test(char)) return this.#number(at);
    if (char === "(" || char === "!" || /^[+.]\d/.test(this.text.slice(at, at + 2))) return undefined;
    const quoted = foreignText(this.text, at);
    if (quoted !== undefined) {
      this.slip(
        at,
        hiddenReason(quoted.value, this.path) === undefined ? quoted.message : `${char} is not a quote here; write "`,
      );
      return this.#scalarText(at, quoted);
    }
    const word = this.match(IDENTIFIER);
    if (word === undefined) throw this.unexpected("a value");
    if (word === "true" || word === "false") return { kind: "scalar", at, value: word === "true" };
    return word === "null" ? { kind: "scalar", at, value: null } : undefined;
  }

  #scalarText(at: number, { value, end }: ReadText): Tree | undefined {
    this.at = end;
    return value === undefined ? undefined : { kind: "scalar", at, value };
  }

  #number(at: number): Tree | undefined {
    const negative = this.text[at] === "-";
    if (negative) this.at++;
    this.space(false);
    const digits = this.match(NUMBER);
    LETTER.lastIndex = this.at;
    if (digits === undefined || LETTER.test(this.text)) return undefined;
    const value = Number(digits) * (negative ? -1 : 1);
    return { kind: "scalar", at, value: keptNumber(value, at) };
  }

  #list(at: number): Tree | undefined {
    const items: Tree[] = [];
    this.at++;
    for (this.space(true); this.char !== "]"; this.space(true)) {
      if (items.length === 0 && this.#isFor(at)) return undefined;
      items.push(this.#within(items.length, () => this.#expression(true)));
      this.space(true);
      if (this.char === ",") this.at++;
      else if (/["{[]|\d/.test(this.char))
        this.slip(this.at, "write a comma in front of it: entries of a list are separated by commas");
      else if (this.char !== "]") throw this.unexpected("a comma or ]", at);
    }
    this.brackets.closed(this.text, at, this.at, this.path);
    this.at++;
    return { kind: "list", at, items };
  }

  #object(at: number): Tree | undefined {
    const entries: Entry[] = [];
    this.at++;
    for (this.space(true); this.char !== "}"; this.space(true)) {
      if (entries.length === 0 && this.#isFor(at)) return undefined;
      const keyAt = this.at;
      this.brackets.named(this.text, at, keyAt, this.path);
      const key = this.#key(at);
      if (this.#isThousands(key, entries)) continue;
      entries.push({ key, at: keyAt, value: this.#assigned(key, keyAt, at) });
      this.space(false);
      this.separator(/;/, "write a comma or a new line here, not a semicolon");
      if (this.char === ",") this.at++;
      else if (this.isEntry()) this.slip(this.at, "write a comma or a new line in front of it");
      else if (this.char !== "}" && !this.newline()) throw this.unexpected("a new line, a comma or }", at);
    }
    this.brackets.closed(this.text, at, this.at, this.path);
    this.at++;
    return { kind: "object", at, entries };
  }

  #key(open: number): string {
    const at = this.at;
    if (this.text[at] === '"') {
      const { value, end } = readQuoted(this.text, at);
      if (value === undefined) throw this.wrong(`a name cannot be a template; ${ONLY_LITERALS}`);
      this.at = end;
      return value;
    }
    const number = this.match(NUMBER);
    if (number !== undefined && number !== String(Number(number)))
      throw new Unreadable(at, `write "${number}" in quotes; as a number it would be another name`);
    const word = number ?? this.match(IDENTIFIER);
    if (word === undefined) throw this.unexpected("a name or }", open);
    if (/[.[(]/.test(this.char)) throw new Unreadable(at, `write a name with such characters in quotes`);
    return word.normalize("NFC");
  }

  /** Returns true if the bracket at `open` opens a for expression; goes back to it then, so that all of it can be skipped. */
  #isFor(open: number): boolean {
    FOR.lastIndex = this.at;
    if (!FOR.test(this.text)) return false;
    this.at = open;
    return true;
  }

  /** Reports the expression that starts at `at`, of which some is read already, and steps behind it. */
  #refuse(at: number, newlines: boolean): Tree {
    this.skipExpression(newlines);
    const path = [...this.path];
    const whole = this.text.slice(at, this.at);
    const hidden = hiddenReason(whole, path);
    this.faults.push(
      hidden === undefined
        ? { id: "not-a-literal", path, at, message: literalAdvice(whole, String(path.at(-1))) }
        : { id: "credential-in-file", path, at, message: hidden },
    );
    return { kind: "refused", at };
  }

  /** Returns true if these three digits belong to the number before them, as in 8,760. */
  #isThousands(digits: string, entries: Entry[]): boolean {
    const before = entries.at(-1);
    if (!/^\d{3}$/.test(digits) || before?.value.kind !== "scalar" || typeof before.value.value !== "number")
      return false;
    if (/^[ \t]*[=:]/.test(this.text.slice(this.at, this.at + 20))) return false;
    entries[entries.length - 1] = { ...before, value: { kind: "refused", at: before.value.at } };
    this.slip(before.value.at, `write ${before.value.value}${digits}, without a comma`, [...this.path, before.key]);
    this.space(false);
    if (this.char === ",") this.at++;
    return true;
  }
}
