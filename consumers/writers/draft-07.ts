import type { Shape } from "../shapes/shape";

/** Returns a shape in the words of JSON Schema's draft 07, which AsyncAPI's own schemas are made of: a list of fixed members has another. */
export function draft07(shape: Shape): object {
  const { prefixItems, items, anyOf, properties, contentSchema, ...rest } = shape;
  return {
    ...rest,
    ...(anyOf && { anyOf: anyOf.map(draft07) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, draft07(inner)])),
    }),
    ...(contentSchema && { contentSchema: draft07(contentSchema) }),
    ...(prefixItems
      ? { items: prefixItems.map(draft07), additionalItems: false }
      : items !== undefined && { items: items && draft07(items) }),
  };
}
