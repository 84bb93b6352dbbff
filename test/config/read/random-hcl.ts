export type Random = (below: number) => number;

/** Mulberry32: the same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const PIECES = [
  "x",
  "y z",
  "é",
  "\u0301",
  "👩‍👩‍👧",
  "한",
  "\u{1f600}",
  '"',
  "\\",
  "\n",
  "\t",
  "${",
  "%{",
  "$",
  "%",
  "{",
  "}",
  "#",
  "//",
];
const NUMBERS = [0, 1, -1, 365, 123456789012, -9007199254740991, 0.5, -1.25, 1e-7, 15e8];
const NAMES = ["a", "b-c", "_d", "é", "for-each", "true", "null", "if", "12", "with space", '"', "${x}", "a.b", ""];

export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };

export class Writer {
  constructor(readonly random: Random) {}

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.random(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  /** A random value; deeper ones are more often plain. */
  value(depth = 0): Value {
    const size = this.random(4);
    switch (this.random(depth > 3 ? 4 : 7)) {
      case 0:
        return this.pick(NUMBERS);
      case 1:
        return this.random(3) === 0 ? null : this.random(2) === 0;
      case 2:
      case 3:
        return `${Array.from({ length: size * 2 }, () => this.pick(PIECES)).join("")}${this.pick(["", "", "\n"])}`;
      case 4:
        return Array.from({ length: size }, () => this.value(depth + 1));
      default:
        return Object.fromEntries(Array.from({ length: size }, () => [this.pick(NAMES), this.value(depth + 1)]));
    }
  }

  /** The value as HCL, in one of the many ways to write it. */
  write(value: Value): string {
    if (typeof value === "string") return this.random(4) > 0 ? this.heredoc(value) : this.quoted(value);
    if (typeof value === "number") return this.number(value);
    if (Array.isArray(value)) return this.list(value.map((item) => this.write(item)));
    if (typeof value !== "object" || value === null) return String(value);
    const entries = Object.entries(value).map(
      ([name, inner]) => `${this.name(name)}${this.gap()}${this.pick(["=", ":"])}${this.gap()}${this.write(inner)}`,
    );
    return this.map(entries);
  }

  /** Entries of the file itself. */
  document(entries: Readonly<Record<string, Value>>): string {
    const lines = Object.entries(entries).map(([name, value]) => {
      const text = `${name}${this.gap()}=${this.gap()}${this.write(value)}`;
      return endsItself(text) ? text : `${text}${this.gap()}${this.lineEnd()}`;
    });
    return `${this.break()}${lines.join(this.break())}`;
  }

  private list(items: string[]): string {
    const body = items.map((item, index) => {
      const comma = index < items.length - 1 || this.random(2) === 0 ? "," : "";
      return `${this.break()}${item}${this.break()}${comma}`;
    });
    return `[${body.join("")}${this.break()}]`;
  }

  private map(entries: string[]): string {
    const body = entries.map((entry, index) => {
      const last = index === entries.length - 1 && this.random(2) === 0;
      const end = last || endsItself(entry) ? "" : this.pick([",", this.lineEnd()]);
      return `${this.break()}${entry}${endsItself(entry) ? "" : this.gap()}${end}`;
    });
    return `{${body.join("")}${this.break()}}`;
  }

  private name(name: string): string {
    return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) || /^[1-9]\d*$/.test(name) ? name : this.quoted(name);
  }

  private number(value: number): string {
    const size = Math.abs(value);
    const digits = this.random(2) === 0 ? size.toExponential() : String(size);
    return `${value < 0 || Object.is(value, -0) ? `-${this.pick(["", " "])}` : ""}${digits}`;
  }

  private quoted(value: string): string {
    const escapes = new Map([
      ['"', '\\"'],
      ["\\", "\\\\"],
      ["\n", "\\n"],
      ["\t", "\\t"],
      ["\r", "\\r"],
    ]);
    const letters = Array.from(value.replace(/([$%])\{/g, "$1$1{"), (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      // Never a $ or %, which would no longer double the next one.
      const hex =
        code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
      return code > 0x7f && this.random(3) === 0 ? hex : (escapes.get(letter) ?? letter);
    });
    return `"${letters.join("")}"`;
  }

  /** Only what ends with a line break can be a heredoc, and only lines that begin with a letter may be indented. */
  private heredoc(value: string): string {
    if (!value.endsWith("\n")) return this.quoted(value);
    const lines = value
      .replace(/([$%])\{/g, "$1$1{")
      .split("\n")
      .slice(0, -1);
    const indented = lines.every((line) => /^[^\s\p{M}]/u.test(line)) && this.random(2) === 0;
    const indent = indented ? this.pick(["  ", "\t"]) : "";
    const body = lines.map((line) => `${indent}${line}\n`).join("");
    return `<<${indented ? "-" : ""}EOT\n${body}${this.pick(["", "  "])}EOT\n`;
  }

  private gap(): string {
    return this.pick(["", "", " ", " ", "\t", "  ", "/* } */", " /*\n*/ "]);
  }

  private break(): string {
    return this.pick(["", "", " ", "\n", "\r\n", "\n\n\t", " # ]\n", "// }\n", "/* \n */"]);
  }

  private lineEnd(): string {
    return this.pick(["\n", "\n", "\r\n", " # ]\n", "// }\r\n"]);
  }
}

/** Nothing but a heredoc ends with a line break; another one, or a comma, would be one too many in a map. */
function endsItself(text: string): boolean {
  return text.endsWith("\n");
}
