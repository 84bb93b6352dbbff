import type { Demand, Pattern } from "../pattern";
import { anchored } from "./anchored";
import { type Machine, machinesOf, wildcardsIn } from "./machines";
import { saturated } from "./saturated";
import { type State, statesFor } from "./state";
import { stepsOf } from "./wildcard-text";

export interface Complexity {
  /** The field that has it; undefined without wildcards. */
  readonly name: string | undefined;
  readonly score: number;
}

/**
 * Returns in how many places of its wildcards a value may be read at once, at worst: the complexity that AWS limits, as the evaluator
 * of aws/event-ruler 2.0.1 defines it. Its time is bounded by the square of the pattern's length, whatever is in it.
 */
export function wildcardComplexity({ alternatives }: Pattern): Complexity {
  const isWild = alternatives.some((fields) => fields.some(({ tests }) => tests.some(hasWildcard)));
  let most: Complexity = { name: undefined, score: 0 };
  if (!isWild) return most;
  for (const machine of machinesOf(alternatives)) {
    const score = scoreOf(machine);
    if (score > most.score) most = { name: machine.name, score };
  }
  return most;
}

export function hasWildcard(test: Demand): boolean {
  return wildcardsIn(test).length > 0;
}

/**
 * Returns a machine's score. A value that opens more stars is never in fewer places, so only the end of each way counts, with all
 * stars open.
 */
function scoreOf({ wildcards }: Machine): number {
  let most = 0;
  const tried = new Set<string>();
  const ids = new Map<State, number>();
  const idOf = (state: State) => {
    const id = ids.get(state) ?? ids.size;
    ids.set(state, id);
    return id;
  };
  const texts = wildcards.flatMap((list) => list.map((wildcard) => [stepsOf(wildcard), list] as const));
  for (const { state, stars, count } of anchored(statesFor(texts))) {
    most = Math.max(most, count);
    const goesOn = [...state.next.values()].some((states) => states.some(({ isDeterminate }) => isDeterminate));
    const key = stars.map(idOf).join();
    if (goesOn || tried.has(key)) continue;
    tried.add(key);
    most = Math.max(most, saturated(stars));
  }
  return most;
}
