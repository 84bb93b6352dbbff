import type { Attributes } from "../../aws/resources/grant";
import { parsedJson } from "../../report/resources/resource";
import { isMap } from "../../text/value";
import type { Adoptable } from "./adoptable";

/** An attribute that the first apply changes. */
export interface Change {
  /** Its name, with dots where it is a part of another. */
  readonly attribute: string;
  readonly now: unknown;
  readonly wanted: unknown;
  /** The words for what is lost by it. */
  readonly loses?: string;
  /** True where no apply can change it in place. */
  readonly replaces: boolean;
}

/** The attributes that AWS makes up. */
const MADE_UP: readonly string[] = ["arn", "id", "url"];

/** Returns what the first apply would change of what exists. */
export function differences({ fixed = [], loses }: Adoptable, now: Attributes, wanted: Attributes): Change[] {
  return Object.keys(now).flatMap((attribute) => {
    if (MADE_UP.includes(attribute) && !(attribute in wanted)) return [];
    const lost = loses?.(attribute, plain(now[attribute]), plain(wanted[attribute]));
    return leaves(attribute, plain(now[attribute]), plain(wanted[attribute])).map((leaf) => ({
      ...leaf,
      ...(lost && { loses: lost }),
      replaces: fixed.includes(attribute),
    }));
  });
}

/** Policies and patterns are read as a whole; of all else, the parts that differ. */
function leaves(attribute: string, now: unknown, wanted: unknown): Pick<Change, "attribute" | "now" | "wanted">[] {
  if (JSON.stringify(now) === JSON.stringify(wanted)) return [];
  if (!isMap(now) || !isMap(wanted) || /policy|pattern/.test(attribute)) return [{ attribute, now, wanted }];
  const keys = [...new Set([...Object.keys(now), ...Object.keys(wanted)])].sort();
  return keys.flatMap((key) => leaves(`${attribute}.${key}`, now[key] ?? null, wanted[key] ?? null));
}

/** Returns a value without what stands for nothing, with JSON in texts read, and maps sorted, so that equal ones look alike. */
export function plain(value: unknown): unknown {
  if (typeof value === "string") {
    const read = /^\s*[[{]/.test(value) ? parsedJson(value) : undefined;
    return read === undefined ? value || null : plain(read);
  }
  if (Array.isArray(value)) {
    const items = value.map(plain).filter((item) => item !== null);
    return items.length === 0 ? null : items.length === 1 ? items[0] : items;
  }
  if (!isMap(value)) return value ?? null;
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, plain(inner)] as const)
    .filter(([, inner]) => inner !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
