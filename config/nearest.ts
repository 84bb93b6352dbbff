import { closest, distance } from "fastest-levenshtein";

/** The known name that was probably meant, if one is near enough. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const found = closest(name.toLowerCase(), [...known]);
  return distance(name.toLowerCase(), found.toLowerCase()) <= Math.max(2, Math.floor(found.length / 3))
    ? found
    : undefined;
}

/** `; did you mean audit-log?`, or else all that there is. */
export function suggestion(name: string, known: readonly string[]): string {
  const found = nearest(name, known);
  if (found !== undefined) return `; did you mean ${found}?`;
  return known.length === 0 ? "" : `; known: ${[...known].sort().join(", ")}`;
}
