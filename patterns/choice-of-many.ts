import type { ArrayOfElements } from "./event";
import { choose, type Place, release, type Want } from "./place";
import { open, type Places, placesOf } from "./places";

/**
 * Returns the same as trying all combinations, for when they are too many. What shares no array with the rest is decided alone,
 * before and after each choice, so that lists beside each other do not multiply.
 */
export function manyCanStandTogether(wants: readonly Want[]): boolean {
  const indexed = wants.map(({ passing, absentFrom }, id): IndexedWant => {
    const all = new Set<ArrayOfElements>();
    return { id, all, passing: placesOf(passing, all), absentFrom: absentFrom && placesOf(absentFrom, all) };
  });
  const search: Search = { chosen: [], deadEnds: new Set() };
  const met = areMet(search, indexed);
  release(search.chosen, 0);
  return met;
}

interface IndexedWant {
  /** The want's place in the order. */
  readonly id: number;
  /** The arrays that its places lie in. */
  readonly all: ReadonlySet<ArrayOfElements>;
  readonly passing: Places;
  readonly absentFrom: Places | undefined;
}

interface Search {
  /** The arrays of which an element is chosen, in the order of choosing. */
  readonly chosen: ArrayOfElements[];
  /** The choices that failed, which are not tried again: many differ only in what later wants never look at. */
  readonly deadEnds: Set<string>;
}

/** The most dead ends that are remembered. */
const DEAD_ENDS = 100_000;

/** The places that a want can still have, and the arrays of which they would choose an element. */
interface Options {
  readonly want: IndexedWant;
  readonly places: readonly Place[];
  readonly arrays: ReadonlySet<ArrayOfElements>;
  readonly isAbsent: boolean;
}

function areMet(search: Search, wants: readonly IndexedWant[]): boolean {
  const options = wants.map(optionsOf);
  if (options.some(({ places, want }) => places.length === 0 && want.absentFrom === undefined)) return false;
  return partsOf(options).every((part) => isPartMet(search, part));
}

function optionsOf(want: IndexedWant): Options {
  const arrays = new Set<ArrayOfElements>();
  const places = [...open(want.passing, arrays)];
  const others = want.absentFrom && [...open(want.absentFrom, arrays)];
  return { want, places, arrays, isAbsent: others?.length === 0 };
}

/** Returns the options in groups that share no open array, each in order. */
function partsOf(options: readonly Options[]): Options[][] {
  const parts = new Set<Part>();
  const partOf = new Map<ArrayOfElements, Part>();
  for (const each of options) {
    const own: Part = { arrays: [], members: [each] };
    for (const array of each.arrays) {
      const other = partOf.get(array);
      if (other === undefined) own.arrays.push(array);
      else if (parts.delete(other)) {
        for (const member of other.members) own.members.push(member);
        for (const shared of other.arrays) own.arrays.push(shared);
      }
    }
    for (const array of own.arrays) partOf.set(array, own);
    parts.add(own);
  }
  return [...parts].map(({ members }) => members.sort((a, b) => a.want.id - b.want.id));
}

interface Part {
  readonly arrays: ArrayOfElements[];
  readonly members: Options[];
}

function isPartMet(search: Search, part: readonly Options[]): boolean {
  // Absence depends on what those before it have chosen. Without it, the order is free: who has the fewest options comes first.
  const isOrdered = part.some(({ want }) => want.absentFrom !== undefined);
  const fewest = (one: Options, other: Options) => (other.places.length < one.places.length ? other : one);
  const [first] = isOrdered ? part : [part.reduce(fewest)];
  if (first === undefined) return true;
  const rest = part.filter((each) => each !== first).map(({ want }) => want);
  if (first.isAbsent) return areMet(search, rest);
  if (rest.length === 0) return first.places.length > 0;
  const ids = rest.map(({ id }) => id).join();
  const relevant = new Set(rest.flatMap(({ all }) => [...all]));
  for (const place of first.places) {
    const before = search.chosen.length;
    choose(place, search.chosen);
    const elements = search.chosen.flatMap((array) => (relevant.has(array) ? (array.chosen?.id ?? []) : []));
    const state = `${ids}:${elements.sort((a, b) => a - b).join()}`;
    const met = !search.deadEnds.has(state) && areMet(search, rest);
    release(search.chosen, before);
    if (met) return true;
    if (search.deadEnds.size < DEAD_ENDS) search.deadEnds.add(state);
  }
  return false;
}
