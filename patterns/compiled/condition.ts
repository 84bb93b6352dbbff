import { canStandTogether } from "../choice";
import { passing } from "../operators";
import type { Passes } from "../operators/operator";
import type { Scalar, Test } from "../pattern";
import type { Place, Want } from "../place";

/** The values of an event under a name. */
export interface Found {
  /** The event that the values belong to; any other has none. */
  event: number;
  /** The number of values and places in use. */
  count: number;
  readonly values: Scalar[];
  readonly places: Place[];
  inArrays: boolean;
}

export function nothing(): Found {
  return { event: 0, count: 0, values: [], places: [], inArrays: false };
}

export function addTo(found: Found, event: number, value: Scalar, place: Place): void {
  if (found.event !== event) {
    found.event = event;
    found.count = 0;
    found.inArrays = false;
  }
  found.values[found.count] = value;
  found.places[found.count++] = place;
  if (place !== undefined) found.inArrays = true;
}

/**
 * The outcome of a condition: never met, met whatever else is chosen, only in elements of arrays, with which others must agree, or
 * as others choose, since it may be absent from that.
 */
export type Outcome = "no" | "yes" | "within" | "depends";

/** The tests of one name, which many rules may share. It is decided once for an event, and only if somebody asks. */
export interface Condition {
  readonly found: Found;
  readonly tests: readonly Test[];
  readonly passes: Passes;
  readonly mayBeAbsent: boolean;
  /** The event that the outcome belongs to. */
  event: number;
  outcome: Outcome;
  /** The places of the values that pass, if the outcome is "within". */
  readonly within: Place[];
}

export function condition(found: Found, tests: readonly Test[]): Condition {
  const mayBeAbsent = tests.some((test) => test.kind === "exists" && !test.exists);
  return { found, tests, passes: passing(tests), mayBeAbsent, event: 0, outcome: "no", within: [] };
}

export function outcomeOf(condition: Condition, event: number): Outcome {
  if (condition.event !== event) {
    condition.event = event;
    if (condition.found.event === event) condition.outcome = decide(condition);
    else condition.outcome = condition.mayBeAbsent ? "yes" : "no";
  }
  return condition.outcome;
}

function decide({ found, passes, mayBeAbsent, within }: Condition): Outcome {
  const { count, values, places } = found;
  if (within.length > 0) within.length = 0;
  let alwaysThere = false;
  for (let index = 0; index < count; index++) {
    const place = places[index];
    if (place === undefined) alwaysThere = true;
    if (!passes(values[index] ?? null)) continue;
    if (place === undefined) return "yes";
    within.push(place);
  }
  if (mayBeAbsent && !alwaysThere) return "depends";
  return within.length > 0 ? "within" : "no";
}

/** Returns whether conditions, in the order of their names, are all met by values that can stand together. */
export function areMet(conditions: readonly Condition[], event: number): boolean {
  let within = 0;
  let depends = false;
  for (const each of conditions) {
    const outcome = outcomeOf(each, event);
    if (outcome === "no") return false;
    if (outcome === "within") within++;
    else if (outcome === "depends") depends = true;
  }
  if (depends) return canStandTogether(conditions.map((each) => wantOf(each, event)));
  return within < 2 || canStandTogether(conditions.filter(isWithin).map(({ within }) => ({ passing: within })));
}

function isWithin({ outcome }: Condition): boolean {
  return outcome === "within";
}

function wantOf({ found, passes, mayBeAbsent }: Condition, event: number): Want {
  const places = found.places.slice(0, found.event === event ? found.count : 0);
  const passing = places.filter((_, index) => passes(found.values[index] ?? null));
  return mayBeAbsent ? { passing, absentFrom: places } : { passing };
}
