import { isMap } from "../../../text/value";
import { parsedJson } from "../../resources/resource";
import { copiesOf } from "./copies";

/** The mark in place of a value that Terraform calls sensitive. */
export const SENSITIVE = "(sensitive value)";

/** Letters by which a secret is looked up. */
const KEY = 4;

/** Sensitive values, and the texts without them. */
export class Secrets {
  readonly #texts = new Set<string>();
  readonly #numbers = new Set<string>();
  #forms: Forms | undefined;
  /** Marks, by a hash of two letters, whether a form begins with them: most places of most texts are passed by this alone. */
  readonly #begins = new Uint8Array(1 << 16);

  remember(value: unknown): void {
    this.#forms = undefined;
    if (typeof value === "number") this.#numbers.add(String(value));
    else if (typeof value === "string") this.#rememberText(value);
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        // A name with a digit in it may be one of the secrets.
        if (!Array.isArray(value) && key.length >= 8 && /\d/.test(key)) this.#texts.add(key);
        this.remember(inner);
      }
    }
  }

  #rememberText(text: string): void {
    if (this.#texts.has(text)) return;
    this.#texts.add(text);
    if (/^\d+$/.test(text)) this.#numbers.add(text);
    // A secret of several parts, of which one may be taken.
    const parts = /^\s*[[{]/.test(text) ? parsedJson(text) : undefined;
    if (isMap(parts) || Array.isArray(parts)) this.remember(parts);
  }

  number(value: number): number | string {
    return String(value).length >= KEY && this.#numbers.has(String(value)) ? SENSITIVE : value;
  }

  text(text: string): string {
    const forms = this.#formsByKey();
    if (forms.size === 0) return text;
    let [clean, from] = ["", 0];
    for (let at = 0; at + KEY <= text.length; ) {
      const found = this.#begins[hash(text, at)] === 1 ? this.#at(text, at, forms) : undefined;
      if (found === undefined) at++;
      else {
        clean += text.slice(from, at) + SENSITIVE;
        at += found.length;
        from = at;
      }
    }
    return from === 0 ? text : clean + text.slice(from);
  }

  #at(text: string, at: number, forms: Forms): string | undefined {
    const ofLength = forms.get(text.slice(at, at + KEY)) ?? [];
    const length = ofLength.find(([length, some]) => some.has(text.slice(at, at + length)))?.[0];
    const found = length === undefined ? undefined : text.slice(at, at + length);
    // A number within a longer one is another number.
    const apart =
      found !== undefined && /^\d+$/.test(found) && (isDigit(text, at - 1) || isDigit(text, at + found.length));
    return apart ? undefined : found;
  }

  #formsByKey(): Forms {
    if (this.#forms !== undefined) return this.#forms;
    const forms = new Map<string, [number, Set<string>][]>();
    const numbers = [...this.#numbers].filter(({ length }) => length >= KEY);
    for (const form of new Set([...[...this.#texts].flatMap(copiesOf), ...numbers])) {
      const key = form.slice(0, KEY);
      const others = forms.get(key) ?? [];
      forms.set(key, others);
      const same = others.find(([length]) => length === form.length);
      if (same === undefined) others.push([form.length, new Set([form])]);
      else same[1].add(form);
      this.#begins[hash(form, 0)] = 1;
    }
    // The longest first, as one secret may be a part of another.
    for (const others of forms.values()) others.sort(([a], [b]) => b - a);
    this.#forms = forms;
    return forms;
  }
}

/** Forms of secrets by their first letters, and then by length. */
type Forms = ReadonlyMap<string, readonly (readonly [length: number, forms: ReadonlySet<string>])[]>;

function hash(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xffff;
}

function isDigit(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at));
}
