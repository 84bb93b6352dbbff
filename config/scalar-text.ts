/** Returns a scalar as text; nothing of lists and maps, as a map of JSON may have a "toString" that is no function. */
export function scalarText(value: unknown): string {
  return typeof value === "object" ? "" : String(value ?? "");
}
