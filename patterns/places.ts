import type { ArrayOfElements, Element } from "./event";
import type { Place } from "./place";

/** The places by the elements around them, from the outermost, so that those that cannot be chosen are never looked at. */
export interface Places {
  place: Place;
  isPlace: boolean;
  readonly within: Map<ArrayOfElements, Map<Element, Places>>;
}

/** @param arrays to which all arrays are added that the places lie in */
export function placesOf(places: readonly Place[], arrays: Set<ArrayOfElements>): Places {
  const root: Places = { place: undefined, isPlace: false, within: new Map() };
  for (const place of places) {
    let node = root;
    for (const element of outermostFirst(place)) {
      arrays.add(element.array);
      const elements = node.within.get(element.array) ?? new Map<Element, Places>();
      node.within.set(element.array, elements);
      node = elements.get(element) ?? { place: element, isPlace: false, within: new Map() };
      elements.set(element, node);
    }
    node.isPlace = true;
  }
  return root;
}

function outermostFirst(place: Place): Element[] {
  const elements: Element[] = [];
  for (let at = place; at !== undefined; at = at.parent) elements.push(at);
  return elements.reverse();
}

/**
 * Yields the places that agree with what is chosen.
 *
 * @param arrays to which those are added that are still to be chosen of
 */
export function* open(places: Places, arrays: Set<ArrayOfElements>): Generator<Place> {
  const nodes = [places];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.isPlace) yield node.place;
    for (const [array, elements] of node.within) {
      if (array.chosen === undefined) {
        arrays.add(array);
        for (const inner of elements.values()) nodes.push(inner);
      } else {
        const inner = elements.get(array.chosen);
        if (inner !== undefined) nodes.push(inner);
      }
    }
  }
}
