import * as fc from "fast-check";

/**
 * The same cases at every run. For a longer hunt, `RANDOM_SEED=7 RANDOM_TIMES=100 npm run test:deep` starts elsewhere
 * and takes a hundred times as many; a failure prints the seed to start from again.
 */
export const seed = Number(process.env.RANDOM_SEED ?? 2026);
const times = Number(process.env.RANDOM_TIMES ?? 1);

/** For tests that wait; the others cannot be interrupted. */
export const TIMEOUT_MILLISECONDS = 60_000 * Math.max(1, times);

export function always<Value>(runs: number, values: fc.Arbitrary<Value>, holds: (value: Value) => unknown): void {
  fc.assert(
    fc.property(values, (value) => void holds(value)),
    { seed, numRuns: Math.ceil(runs * times) },
  );
}

export async function eventually<Value>(
  runs: number,
  values: fc.Arbitrary<Value>,
  holds: (value: Value) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(values, (value) => holds(value)),
    { seed, numRuns: Math.ceil(runs * times) },
  );
}
