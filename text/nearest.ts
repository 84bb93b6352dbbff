import { closest, distance } from "fastest-levenshtein";

/**
 * Returns the known name that was probably meant, if one is near enough.
 *
 * @param part the part of the name that may differ: one letter in so many
 */
export function nearest(name: string, known: readonly string[], part = 3): string | undefined {
  // Text of any length may stand where a name should, and comparing takes as long as both are.
  if (known.every(({ length }) => name.length > length + Math.max(2, length / part))) return undefined;
  const found = closest(name.toLowerCase(), [...known]);
  const most = Math.min(name.length - 1, Math.max(2, Math.floor(found.length / part)));
  return distance(name.toLowerCase(), found.toLowerCase()) <= most ? found : undefined;
}

/** Returns `; did you mean audit-log?`, or else all known names. */
export function suggestion(name: string, known: readonly string[]): string {
  const found = nearest(name, known);
  if (found !== undefined) return `; did you mean ${found}?`;
  return known.length === 0 ? "; there is none yet, write one" : `; known: ${[...known].sort().join(", ")}`;
}
