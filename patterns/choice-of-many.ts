import type { ArrayOfElements, Element } from "./event";
import { choose, type Place, release, type Want } from "./place";

/** The same as trying all combinations, for when they are too many: places are looked up by what is chosen already. */
export function manyCanStandTogether(wants: readonly Want[]): boolean {
  const choice: Choice = { stages: stagesOf(wants), chosen: [], deadEnds: new Set() };
  const met = meets(choice, 0);
  release(choice.chosen, 0);
  return met;
}

interface Choice {
  readonly stages: readonly Stage[];
  /** The arrays of which an element is chosen, in the order of choosing. */
  readonly chosen: ArrayOfElements[];
  /** What led nowhere is not tried again: many combinations may differ in what later wants never look at. */
  readonly deadEnds: Set<string>;
}

interface Stage {
  readonly passing: Places;
  readonly absentFrom: Places | undefined;
  /** That this want or a later one looks at. */
  readonly arrays: ReadonlySet<ArrayOfElements>;
}

/** Places by the elements around them, from the outermost, so that those that cannot be chosen are never looked at. */
interface Places {
  place: Place;
  isPlace: boolean;
  readonly within: Map<ArrayOfElements, Map<Element, Places>>;
}

function stagesOf(wants: readonly Want[]): Stage[] {
  const arrays = new Set<ArrayOfElements>();
  const stages = wants.toReversed().map(({ passing, absentFrom }) => {
    const stage = { passing: placesOf(passing, arrays), absentFrom: absentFrom && placesOf(absentFrom, arrays) };
    return { ...stage, arrays: new Set(arrays) };
  });
  return stages.reverse();
}

function placesOf(places: readonly Place[], arrays: Set<ArrayOfElements>): Places {
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

function meets(choice: Choice, index: number): boolean {
  const stage = choice.stages[index];
  if (stage === undefined) return true;
  const { chosen, deadEnds } = choice;
  const relevant = chosen.filter((array) => stage.arrays.has(array));
  const state = `${index}:${relevant.map((array) => array.chosen?.id).join()}`;
  if (deadEnds.has(state)) return false;
  if (stage.absentFrom !== undefined && open(stage.absentFrom).next().done) return meets(choice, index + 1);
  for (const place of open(stage.passing)) {
    const before = chosen.length;
    choose(place, chosen);
    if (meets(choice, index + 1)) return true;
    release(chosen, before);
  }
  deadEnds.add(state);
  return false;
}

/** The places that agree with what is chosen. */
function* open(places: Places): Generator<Place> {
  const nodes = [places];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.isPlace) yield node.place;
    for (const [array, elements] of node.within) {
      const inner = array.chosen === undefined ? [...elements.values()] : [elements.get(array.chosen)];
      for (const places of inner) if (places !== undefined) nodes.push(places);
    }
  }
}
