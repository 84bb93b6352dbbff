/** The keys and indices that lead to a value. */
export type Path = readonly (string | number)[];

/** Returns whether a plain value is a map, and no list. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the part of a plain value at a path. */
export function valueAt(value: unknown, path: Path): unknown {
  let node = value;
  for (const part of path) {
    node = typeof node === "object" && node !== null && Object.hasOwn(node, part) ? Reflect.get(node, part) : undefined;
  }
  return node;
}

/** Returns the value of a JSON text; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
