import { ANYTHING, exactly, type Shape } from "./shape";

/** Returns the shape of one value alone. */
export function constantShape(value: unknown): Shape {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null)
    return { const: value };
  if (Array.isArray(value)) return tuple(value.map(constantShape));
  if (typeof value !== "object") return ANYTHING;
  return exactly(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, constantShape(inner)])));
}

/** Returns the shape of a list with these members in this order. */
export function tuple(members: readonly Shape[]): Shape {
  return members.length === 0
    ? { type: "array", items: false }
    : { type: "array", prefixItems: members, items: false, minItems: members.length };
}
