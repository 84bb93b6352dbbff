const ESCAPES: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

/** The text of a `.tfvars` file that says what a JSON value says, entry by entry in the same order. */
export function asHcl(file: object): string {
  return Object.entries(file)
    .map(([name, value]) => `${name} = ${literal(value, "")}\n`)
    .join("");
}

function literal(value: unknown, indent: string): string {
  const within = `${indent}  `;
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value))
    return `[${value.map((item) => `\n${within}${literal(item, within)},`).join("")}\n${indent}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(
    ([name, inner]) => `\n${within}${quoted(name)} = ${literal(inner, within)}`,
  );
  return `{${entries.join("")}\n${indent}}`;
}

function quoted(text: string): string {
  const escaped = text.replace(
    /["\\]|\p{Cc}/gu,
    (char) => ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `"${escaped.replace(/([$%])\{/g, "$1$1{")}"`;
}
