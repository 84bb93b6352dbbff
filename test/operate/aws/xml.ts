/** Returns an answer of the query protocol: lists in `member` elements; a `Map` in `entry` elements with key and value. */
export function xml(value: unknown): string {
  if (value instanceof Map)
    return [...value]
      .map(([key, inner]) => `<entry><key>${xml(key)}</key><value>${xml(inner)}</value></entry>`)
      .join("");
  if (Array.isArray(value)) return value.map((inner) => `<member>${xml(inner)}</member>`).join("");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([name, inner]) => `<${name}>${xml(inner)}</${name}>`)
      .join("");
  return String(value).replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? sign);
}
