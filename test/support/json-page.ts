import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./committed";

/** Returns the example that docs/reference/json.md shows of what a command prints, such as `redrive --json`. */
export function jsonExample(command: string) {
  const page = readFileSync(join(root, "docs", "reference", "json.md"), "utf8");
  const [, text = "null"] = /```json\n(.*?)```/s.exec(page.slice(page.indexOf(`\n\`${command}\``))) ?? [];
  return JSON.parse(text);
}

/** Returns the names within a value, and the kinds of what they hold. */
export function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shape(inner)]));
}
