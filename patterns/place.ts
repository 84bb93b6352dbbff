import type { ArrayOfElements, Element } from "./event";

/** The place of a value: undefined outside of all arrays. */
export type Place = Element | undefined;

/** The demand of one field. Wants come in the order of the fields' names, on which absence depends. */
export interface Want {
  /** The places of the values that pass. */
  readonly passing: readonly Place[];
  /** The places of all its values, if it may also have none. */
  readonly absentFrom?: readonly Place[];
}

/** Returns whether a place agrees with what is chosen. */
export function isOpen(place: Place): boolean {
  for (let at = place; at !== undefined; at = at.parent) {
    if (at.array.chosen === at) return true; // and so is all around it
    if (at.array.chosen !== undefined) return false;
  }
  return true;
}

export function choose(place: Place, chosen: ArrayOfElements[]): void {
  for (let at = place; at !== undefined && at.array.chosen === undefined; at = at.parent) {
    at.array.chosen = at;
    chosen.push(at.array);
  }
}

export function release(chosen: ArrayOfElements[], count: number): void {
  while (chosen.length > count) {
    const array = chosen.pop();
    if (array !== undefined) array.chosen = undefined;
  }
}
