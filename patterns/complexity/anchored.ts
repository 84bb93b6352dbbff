import type { Matchable, State } from "./state";
import { QUOTE } from "./wildcard-text";

/** A place in a value up to which nothing but whole beginnings of texts led. */
export interface Anchored {
  /** The state that only this beginning leads to. */
  readonly state: State;
  /** The stars on the way there, each of which stays open for good. */
  readonly stars: readonly State[];
  /** The number of states that the machine is in, each counted once for everything that can match from it. */
  readonly count: number;
}

/** Walks all beginnings that lead to a state of their own, and those that end there. */
export function* anchored(root: State): Generator<Anchored> {
  const open: { state: State; stars: readonly State[]; all: ReadonlySet<State>; count: number }[] = [
    { state: root, stars: [], all: new Set([root]), count: 0 },
  ];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { state, all } = place;
    const stars = state.star === undefined ? place.stars : [...place.stars, state.star];
    yield { state, stars, count: place.count };
    if (state.ends.size > 0) yield { state, stars, count: countOf(stepped(all, QUOTE), endsOf(all)) };
    for (const [byte, states] of state.next) {
      const next = states.find(({ isDeterminate }) => isDeterminate);
      if (next === undefined) continue;
      const there = stepped(all, byte);
      open.push({ state: next, stars, all: there, count: countOf(there, byte === QUOTE ? endsOf(all) : undefined) });
    }
  }
}

function stepped(states: Iterable<State>, byte: number): Set<State> {
  const found = new Set<State>();
  for (const state of states) {
    if (state.isStar) found.add(state);
    for (const next of state.next.get(byte) ?? []) found.add(next);
    if (state.star === undefined) continue;
    found.add(state.star);
    // The star may stand for nothing.
    for (const next of state.star.next.get(byte) ?? []) found.add(next);
  }
  return found;
}

function endsOf(states: Iterable<State>): Set<Matchable> {
  const ends = new Set<Matchable>();
  for (const { ends: own, star } of states) {
    for (const matchable of own) ends.add(matchable);
    for (const matchable of star?.ends ?? []) ends.add(matchable);
  }
  return ends;
}

function countOf(states: ReadonlySet<State>, ends?: ReadonlySet<Matchable>): number {
  let count = ends?.size ?? 0;
  for (const { matchables, star } of states) {
    count += matchables.size;
    if (star !== undefined && !states.has(star)) count += star.matchables.size;
  }
  return count;
}
