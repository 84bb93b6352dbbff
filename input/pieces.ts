import { PLACEHOLDER } from "./placeholder";

/** A stretch of a template: text that stays, or a placeholder. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "placeholder"; readonly name: string; readonly quoted: boolean };

/** Cuts a template at its placeholders, and says of each whether it stands within quotes. */
export function pieces(template: string): Piece[] {
  const found: Piece[] = [];
  let text = "";
  let quoted = false;
  const placeholder = new RegExp(PLACEHOLDER, "y");
  for (let at = 0; at < template.length; ) {
    placeholder.lastIndex = at;
    const [whole, name] = placeholder.exec(template) ?? [];
    if (whole !== undefined && name !== undefined) {
      found.push({ kind: "text", text }, { kind: "placeholder", name, quoted });
      text = "";
      at += whole.length;
      continue;
    }
    const char = template.charAt(at);
    if (char === '"') quoted = !quoted;
    const length = char === "\\" ? 2 : 1;
    text += template.slice(at, at + length);
    at += length;
  }
  return [...found, { kind: "text", text }];
}

/** Returns whether a template begins with a quote: EventBridge fills it in as text, and otherwise as JSON. */
export function isTextTemplate(template: string): boolean {
  return template.trimStart().startsWith('"');
}
