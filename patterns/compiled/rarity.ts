import type { Scalar, Test } from "../pattern";
import type { Condition, Found } from "./condition";

/** The number of values that are tried for each condition. */
const SAMPLES = 100;

/** Returns how likely each condition is met, from 0 to 1, as far as the values that rules name show it. */
export function likelihoods(conditions: readonly Condition[]): ReadonlyMap<Condition, number> {
  const named = new Map<Found, Set<Scalar>>();
  for (const { found, tests } of conditions) {
    const values = named.get(found) ?? new Set();
    named.set(found, values);
    for (const value of tests.flatMap(valuesIn)) values.add(value);
  }
  const samples = new Map(
    [...named].map(([found, values]) => [found, { values, some: [...values].slice(0, SAMPLES) }]),
  );
  return new Map(
    conditions.map((each) => {
      const { values, some } = samples.get(each.found) ?? { values: new Set(), some: [] };
      return [each, likelihood(each, values.size, some)];
    }),
  );
}

/**
 * Returns a condition's likelihood. Any value may be one that no rule names. Half a value is added, so that nothing counts as
 * impossible.
 */
function likelihood({ tests, passes }: Condition, values: number, samples: readonly Scalar[]): number {
  if (tests.every(({ kind }) => kind === "literal")) return (tests.length + 0.5) / (values + 1);
  return (samples.filter(passes).length + 0.5) / (samples.length + 1);
}

function valuesIn(test: Test): readonly Scalar[] {
  if (test.kind === "literal") return [test.value];
  if (test.kind === "anything-but") return test.but.flatMap((but) => (but.kind === "literal" ? [but.value] : []));
  if (test.kind === "numeric") return [test.lower, test.upper].flatMap((bound) => (bound ? [bound.value] : []));
  return [];
}
