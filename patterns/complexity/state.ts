import { append } from "../../text/group-by";
import { STAR, type Step } from "./wildcard-text";

/** A thing that may match a value: a wildcard, or a whole list within `anything-but`. */
export type Matchable = object;

/** A state of the machine that reads values of one field, byte by byte. */
export interface State {
  readonly isStar: boolean;
  /** True if only one beginning of a value leads here. */
  readonly isDeterminate: boolean;
  readonly next: Map<number, State[]>;
  /** The state behind the star that comes next, which may also stand for nothing. */
  star: State | undefined;
  /** The wildcards that can still match from here. */
  readonly matchables: Set<Matchable>;
  /** The wildcards that match where the value ends here. */
  readonly ends: Set<Matchable>;
}

function newState(isStar: boolean, isDeterminate: boolean): State {
  return { isStar, isDeterminate, next: new Map(), star: undefined, matchables: new Set(), ends: new Set() };
}

/**
 * Builds the states for wildcard texts. Texts share the states of a common beginning as far as the matcher that AWS publishes lets
 * them: always before the first star, behind it only where nothing else leads from the same state to the same byte.
 */
export function statesFor(texts: readonly (readonly [steps: readonly Step[], matchable: Matchable])[]): State {
  const root = newState(false, true);
  for (const [steps, matchable] of texts) {
    let at = root;
    let isNew = false;
    at.matchables.add(matchable);
    for (const step of steps) {
      let next = isNew ? undefined : shared(at, step);
      if (next === undefined) {
        isNew = true;
        next = newState(step.byte === STAR, at.isDeterminate && step.byte !== STAR);
        link(at, step, next);
      }
      next.matchables.add(matchable);
      at = next;
    }
    at.ends.add(matchable);
  }
  return root;
}

function shared(from: State, { byte, isFirst, isCased }: Step): State | undefined {
  if (byte === STAR) return from.star;
  const forks = isFirst && (from.star !== undefined || isCased);
  return from.next.get(byte)?.find(({ isDeterminate }) => isDeterminate || !forks);
}

function link(from: State, { byte }: Step, next: State): void {
  if (byte === STAR) from.star = next;
  else append(from.next, byte, next);
}
