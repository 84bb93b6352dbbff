/// <reference lib="dom" />
import { SourceText } from "../../config/read/text";
import { element } from "./elements";

/** A fault with its place, from 1. */
export interface Mark {
  readonly severity: "error" | "warning";
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The word or the text in quotes at a place, or one character of anything else. */
const WORD = /[\p{L}\p{N}_.-]+|"(?:[^"\\\n]|\\.)*"|[^\n]/uy;

/** A field of text with line numbers. Behind it lies the same text, where faults are underlined and said at the end of their line. */
export class Editor {
  readonly field: HTMLTextAreaElement;
  readonly #mirror: HTMLElement;
  readonly #numbers: HTMLElement;
  readonly #faults: HTMLOListElement;
  #lines = 0;

  constructor(name: string, onInput: () => void) {
    this.field = element(name, HTMLTextAreaElement);
    this.#mirror = element(`${name}-mirror`, HTMLElement);
    this.#numbers = element(`${name}-numbers`, HTMLElement);
    this.#faults = element(`${name}-faults`, HTMLOListElement);
    this.field.addEventListener("input", onInput);
    this.#faults.addEventListener("click", ({ target }) => this.#follow(target));
  }

  get text(): string {
    return this.field.value;
  }

  set text(text: string) {
    this.field.value = text;
  }

  /** Shows faults in their places and as a list, and none of those before. */
  show(marks: readonly Mark[]): void {
    const source = new SourceText(this.text);
    this.#mirror.replaceChildren(...mirrored(source, marks), "\n ");
    this.#number(source.line(source.text.length));
    this.#faults.replaceChildren(...marks.map(listed));
    this.field.setAttribute("aria-invalid", String(marks.some(({ severity }) => severity === "error")));
  }

  #number(lines: number): void {
    if (lines === this.#lines) return;
    this.#lines = lines;
    this.#numbers.textContent = Array.from({ length: lines }, (_, index) => index + 1).join("\n");
  }

  /** Puts the caret where a fault of the list is. */
  #follow(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest("button") : null;
    const [line, column] = [Number(button?.dataset.line), Number(button?.dataset.column)];
    if (!(line > 0 && column > 0)) return;
    const at = new SourceText(this.text).offset(line, column);
    this.field.focus();
    this.field.setSelectionRange(at, at + wordAt(this.text, at).length);
    this.#mirror.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: "nearest" });
  }
}

function mirrored(source: SourceText, marks: readonly Mark[]): (string | Node)[] {
  const { text } = source;
  const placed = marks.map((mark) => ({ ...mark, at: source.offset(mark.line, mark.column) }));
  const parts: (string | Node)[] = [];
  let at = 0;
  for (const [index, mark] of placed.sort((a, b) => a.at - b.at).entries()) {
    if (mark.at < at) continue;
    const word = wordAt(text, mark.at);
    const end = text.indexOf("\n", mark.at);
    const others = placed.slice(index).filter(({ line }) => line === mark.line);
    parts.push(text.slice(at, mark.at), span("mark", mark.severity, word || " ", mark.line));
    at = end === -1 ? text.length : end;
    parts.push(text.slice(mark.at + word.length, at));
    const more = others.length > 1 ? ` (and ${others.length - 1} more)` : "";
    parts.push(span("span", `lens ${mark.severity}`, `   ${mark.message}${more}`, mark.line));
  }
  return [...parts, text.slice(at)];
}

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? "";
}

function span(name: "mark" | "span", className: string, text: string, line: number): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  made.dataset.line = String(line);
  return made;
}

function listed({ severity, line, column, message }: Mark): HTMLLIElement {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = severity;
  Object.assign(button.dataset, { line, column });
  button.textContent = `${severity === "warning" ? "warning, " : ""}line ${line}, column ${column}: ${message}`;
  item.append(button);
  return item;
}
