import { manyCanStandTogether } from "./choice-of-many";
import type { ArrayOfElements } from "./event";
import { choose, isOpen, release, type Want } from "./place";

/** The number of combinations from which it pays to remember failed choices. */
const MANY = 1000;

/**
 * Returns whether there is a value for each want, no two of them in different elements of one array. A want that may have none is
 * also met where none of its values can stand with what was chosen so far.
 */
export function canStandTogether(wants: readonly Want[]): boolean {
  let combinations = 1;
  for (const { passing, absentFrom } of wants) {
    if (passing.length === 0 && absentFrom === undefined) return false;
    combinations *= Math.max(1, passing.length + (absentFrom?.length ?? 0));
  }
  if (combinations > MANY) return manyCanStandTogether(wants);
  const chosen: ArrayOfElements[] = [];
  const met = meets(wants, 0, chosen);
  release(chosen, 0);
  return met;
}

function meets(wants: readonly Want[], index: number, chosen: ArrayOfElements[]): boolean {
  const want = wants[index];
  if (want === undefined) return true;
  if (want.absentFrom !== undefined && !want.absentFrom.some(isOpen)) return meets(wants, index + 1, chosen);
  const before = chosen.length;
  for (const place of want.passing) {
    if (!isOpen(place)) continue;
    choose(place, chosen);
    if (meets(wants, index + 1, chosen)) return true;
    release(chosen, before);
  }
  return false;
}
