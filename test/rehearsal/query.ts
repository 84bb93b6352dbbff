/** A part of a request in AWS's query protocol, or of its answer: text, a number, a list of members, or named parts. */
export type Part = string | number | readonly Part[] | { readonly [name: string]: Part };

/** Parses `A.member.1.B=x` into { A: [{ B: "x" }] }. */
export function parsed(form: URLSearchParams): Record<string, Part> {
  const root = new Map<string, string>(form);
  return parts(root);
}

function parts(entries: ReadonlyMap<string, string>): Record<string, Part> {
  const groups = new Map<string, Map<string, string>>();
  for (const [path, value] of entries) {
    const dot = path.indexOf(".");
    const [head, rest] = dot === -1 ? [path, ""] : [path.slice(0, dot), path.slice(dot + 1)];
    groups.set(head, (groups.get(head) ?? new Map()).set(rest, value));
  }
  return Object.fromEntries([...groups].map(([head, below]) => [head, part(below)]));
}

function part(below: ReadonlyMap<string, string>): Part {
  const text = below.get("");
  if (text !== undefined) return text;
  const { member, ...named } = parts(below);
  return member !== undefined && typeof member === "object" ? Object.values(member) : named;
}

export function isList(part: Part | undefined): part is readonly Part[] {
  return Array.isArray(part);
}

export function xml(value: Part): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
  if (isList(value)) return value.map((one) => `<member>${xml(one)}</member>`).join("");
  return Object.entries(value)
    .map(([name, inner]) => `<${name}>${xml(inner)}</${name}>`)
    .join("");
}
