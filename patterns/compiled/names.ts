import { type ArrayOfElements, isObject } from "../event";
import type { Scalar } from "../pattern";
import type { Place } from "../place";

/** The names that rules ask for, by their parts: all other names of an event are ignored. */
export interface Names<Field> {
  readonly parts: Map<string, Names<Field>>;
  /** The nodes that keys of events lead to, or null where no rule asks for the key. */
  readonly seen: Map<string, Names<Field> | null>;
  field: Field | undefined;
}

/** The most keys that are remembered in one place, since some objects are keyed by ids. */
const SEEN = 1000;

export function noNames<Field>(): Names<Field> {
  return { parts: new Map(), seen: new Map(), field: undefined };
}

/** Returns the node of a name, and makes it where it is missing. */
export function nodeOf<Field>(names: Names<Field>, name: string): Names<Field> {
  let at = names;
  for (const part of name.split(".")) {
    const next = at.parts.get(part) ?? noNames<Field>();
    at.parts.set(part, next);
    at = next;
  }
  return at;
}

/** Returns the node of a key. A key with dots in it is the same as keys below each other. */
function below<Field>(names: Names<Field>, key: string): Names<Field> | null {
  let at: Names<Field> | undefined = names;
  for (const part of key.split(".")) at = at?.parts.get(part);
  const found = at ?? null;
  if (names.seen.size < SEEN) names.seen.set(key, found);
  return found;
}

type Take<Field> = (field: Field, value: Scalar, place: Place) => void;

/** Members that an event has in place of its own, or besides. */
export type Instead = Readonly<Record<string, Scalar>>;

/**
 * Returns a function that hands over every value of an event whose name some rule asks for, with the array element that it lies
 * in.
 */
export function walker<Field>(root: Names<Field>, take: Take<Field>): (event: unknown, instead?: Instead) => void {
  let elements = 0;
  /** The arrays in arrays, which may be nested deeper than the call stack allows. */
  const open: { items: readonly unknown[]; names: Names<Field>; place: Place }[] = [];

  function object(members: object, names: Names<Field>, place: Place, without?: Instead): void {
    for (const key in members) {
      let inner = names.seen.get(key);
      if (inner === undefined) inner = below(names, key);
      if (inner === null || (without !== undefined && Object.hasOwn(without, key))) continue;
      const value: unknown = members[key as keyof object]; // it is one of its keys
      if (typeof value !== "object" || value === null) scalar(value, inner, place);
      else if (Array.isArray(value)) list(value, inner, place);
      else if (inner.parts.size > 0) object(value, inner, place);
    }
  }

  function list(items: readonly unknown[], names: Names<Field>, place: Place): void {
    const array: ArrayOfElements = { chosen: undefined };
    for (const item of items) {
      if (typeof item !== "object" || item === null) scalar(item, names, place);
      else if (Array.isArray(item)) open.push({ items: item, names, place: { array, parent: place, id: elements++ } });
      else if (names.parts.size > 0) object(item, names, { array, parent: place, id: elements++ });
    }
  }

  function scalar(value: unknown, { field }: Names<Field>, place: Place): void {
    if (field !== undefined) take(field, value as Scalar, place); // JSON has nothing else
  }

  return (event, instead) => {
    if (instead !== undefined) object(instead, root, undefined);
    if (isObject(event)) object(event, root, undefined, instead);
    for (let next = open.pop(); next !== undefined; next = open.pop()) list(next.items, next.names, next.place);
  };
}
