import { Brackets } from "./brackets";
import { unexpected } from "./hcl-advice";
import { codePoint, STRANGE_SPACE } from "./hcl-slips";
import { commentEnd, skipPart } from "./hcl-text";
import { type PlacedFault, Unreadable } from "./tree";

const ENTRY = /(?:[\p{ID_Start}_][\p{ID_Continue}-]{0,100}|"[^"\n]{0,200}")[ \t]*[=:]/uy;

/** A reader's place in a text of HCL, and what it says of what it meets there. */
export class HclScanner {
  /** The path of what is being read. */
  readonly path: (string | number)[] = [];
  protected readonly brackets = new Brackets();
  protected at = 0;
  #strangeSpace = false;

  constructor(
    protected readonly text: string,
    protected readonly faults: PlacedFault[],
  ) {}

  protected get char(): string {
    return this.text[this.at] ?? "";
  }

  /** Steps over spaces and comments, and over line breaks where they mean nothing. */
  protected space(newlines: boolean): void {
    for (;;) {
      const { char } = this;
      const skip = char === "\n" ? newlines : /[ \t]/.test(char) || this.text.startsWith("\r\n", this.at);
      const end = skip || this.#isStrangeSpace(char) ? this.at + 1 : commentEnd(this.text, this.at);
      if (end === undefined) return;
      this.at = end;
    }
  }

  /** Returns true for a space that HCL does not know, and says so once: whoever copies one copies many. */
  #isStrangeSpace(char: string): boolean {
    if (!STRANGE_SPACE.test(char)) return false;
    if (!this.#strangeSpace)
      this.slip(
        this.at,
        `holds ${codePoint(char)}, which web pages and chats write for a space; replace each by a plain one`,
      );
    this.#strangeSpace = true;
    return true;
  }

  protected newline(): boolean {
    if (this.char !== "\n") return false;
    this.at++;
    return true;
  }

  protected match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** Steps over a separator that does not belong here, if one is next, and says so. */
  protected separator(signs: RegExp, message: string): void {
    if (!signs.test(this.char)) return;
    this.slip(this.at, message);
    this.at++;
    this.space(false);
  }

  /** Returns true if an entry begins here, and so a separator is missing in front of it. */
  protected isEntry(): boolean {
    ENTRY.lastIndex = this.at;
    return ENTRY.test(this.text);
  }

  protected skipExpression(newlines: boolean): void {
    let depth = 0;
    while (this.at < this.text.length) {
      const { char } = this;
      const ends = depth === 0 && (/[,\])}]/.test(char) || (char === "\n" && !newlines));
      if (ends) return;
      if (/[[({]/.test(char)) depth++;
      if (/[\])}]/.test(char)) depth--;
      this.at = skipPart(this.text, this.at);
    }
  }

  /** Reports what is no HCL, and does not stop reading. */
  protected slip(at: number, message: string, path: readonly (string | number)[] = this.path): void {
    this.faults.push({ id: "syntax", path: [...path], at, message });
  }

  protected wrong(message: string): Unreadable {
    return new Unreadable(this.at, message);
  }

  /** @param open the bracket within which it is */
  protected unexpected(wanted: string, open?: number): Unreadable {
    if (this.at < this.text.length) {
      const opened = open === undefined ? "" : this.#opened(open);
      return this.wrong(`${unexpected(this.text, this.at, wanted)}${opened}`);
    }
    if (open === undefined) return this.wrong(`the file ends where ${wanted} is wanted`);
    const { suspect } = this.brackets;
    const at = suspect?.open ?? open;
    const where = suspect === undefined ? "" : `; it is missed in front of line ${this.#line(suspect.before)}`;
    const message = `the file ends where ${wanted} is wanted; the ${this.text[at]} that was opened here has no end${where}`;
    return new Unreadable(at, message, suspect?.path);
  }

  /** The place of a bracket that has no end, where the lines' indentation shows one. */
  protected suspected(): string {
    const { suspect } = this.brackets;
    return suspect === undefined
      ? "; take it out"
      : `; compare line ${this.#line(suspect.open)} with line ${this.#line(suspect.before)}`;
  }

  #opened(open: number): string {
    return this.#line(open) === this.#line(this.at)
      ? ""
      : `; the ${this.text[open]} of line ${this.#line(open)} has no end so far`;
  }

  #line(at: number): number {
    return this.text.slice(0, at).split("\n").length;
  }
}
