export type Path = readonly string[];
type Entry = [key: string, value: unknown];

/** The paths of all that is within a value. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsOf(inner, [...path, key])]);
}

/** The value with other entries in place of the one at a path, or of the last on the way there that exists. */
export function changed(value: unknown, [key, ...rest]: Path, change: (entry: Entry) => Entry[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries: Entry[] = Object.entries(value);
  const now = entries.flatMap((entry): Entry[] => {
    if (entry[0] !== key) return [entry];
    return holds(entry[1], rest) ? [[key, changed(entry[1], rest, change)]] : change(entry);
  });
  return Array.isArray(value) ? now.map(([, item]) => item) : Object.fromEntries(now);
}

function holds(value: unknown, [key]: Path): boolean {
  return key !== undefined && typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

/** The value with every text and every name changed. */
export function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [change(key), mapped(inner, change)]));
}
