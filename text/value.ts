/** The keys and indices that lead to a value. */
export type Path = readonly (string | number)[];

/** A plain value with names in it, and no list. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a plain value holds at a path. */
export function valueAt(value: unknown, path: Path): unknown {
  let node = value;
  for (const part of path) {
    node = typeof node === "object" && node !== null && Object.hasOwn(node, part) ? Reflect.get(node, part) : undefined;
  }
  return node;
}
