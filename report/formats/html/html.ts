import { printable } from "../../../text/issue";

/** Text that is HTML already. Only `html` makes it, so that nothing from a file gets into a page unescaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | undefined | readonly Part[];

/** A template of HTML: whatever is filled in is escaped, unless it is HTML itself; lists are joined. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => text + (index < parts.length ? written(parts[index]) : "")).join(""));
}

function written(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return part.map(written).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  const lines = text.split("\n").map(printable).join("\n");
  return lines.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
