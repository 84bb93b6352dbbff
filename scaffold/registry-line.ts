const LINE_WIDTH = 120;
const kebab = (camel: string) =>
  camel.replace(/(?<!^)[A-Z0-9]+(?=[A-Z]|$)|[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Returns a registry with an import more, in order. */
export function withImport(text: string, camel: string, from: string): string {
  const lines = text.split("\n");
  const line = `import { ${camel} } from "${from}";`;
  const after = lines.findIndex((other) => {
    const [, path] = /^import .* from "(\.\/.*)";$/.exec(other) ?? [];
    return path !== undefined && path > from;
  });
  const last = lines.findLastIndex((other) => other.startsWith("import "));
  lines.splice(after === -1 ? last + 1 : after, 0, line);
  return lines.join("\n");
}

/** Returns a registry with an entry more in its list, in order and as the formatter writes it. */
export function withEntry(text: string, entry: string): string {
  return text.replace(/^(export const \w+(?:: [^=]*)? = \[)([^\]]*)(\].*)$/m, (_, begin, inner: string, end) => {
    const entries = [...inner.split(",").map((one) => one.trim()), entry].filter((one) => one !== "");
    const sorted = entries.sort((a, b) => order(kebab(a), kebab(b)));
    const line = `${begin}${sorted.join(", ")}${end}`;
    const short = line.length <= LINE_WIDTH && !inner.includes("\n");
    return short ? line : `${begin}\n${sorted.map((one) => `  ${one},\n`).join("")}${end}`;
  });
}

/** Returns a registry with an entry more at the end of its list, whose order means something. */
export function withLastEntry(text: string, entry: string): string {
  return text.replace(/\n\];/, `\n  ${entry},\n];`);
}
