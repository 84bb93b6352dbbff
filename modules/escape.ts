/**
 * Returns the value with every text escaped: Terraform would evaluate `${` and `%{` in it. Done once for the whole model,
 * so that no module can forget it.
 */
export function withoutTemplates<Value>(value: Value): Value;
export function withoutTemplates(value: unknown): unknown {
  // A function replaces, since "$$" in a replacement text means "$".
  if (typeof value === "string") return value.replace(/[$%]\{/g, (marker) => marker[0] + marker);
  if (Array.isArray(value)) return value.map(withoutTemplates);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [withoutTemplates(key), withoutTemplates(inner)]),
  );
}
