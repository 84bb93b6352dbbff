/** Small numbers from a seed: the same in every run. */
export class Random {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }

  of<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error("nothing to choose from");
    return value;
  }
}

const NAMES = ["a", "b", "c", "a.b", "b.c", "a-"];
const VALUES = ["x", "y", "Xx", "xyx", "", 1, 2, true, null];

/** Arrays in arrays, objects beside values, and names with dots in them. */
export function randomEvent(random: Random, depth = 0): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: 3 }, () => [random.of(NAMES), randomValue(random, depth)]));
}

function randomValue(random: Random, depth: number): unknown {
  const kind = depth > 3 ? 0 : random.below(5);
  if (kind < 2) return random.below(9) === 0 ? {} : random.of([...VALUES.filter((value) => value !== null), "x"]);
  if (kind === 2) return randomEvent(random, depth + 1);
  return Array.from({ length: random.below(4) }, () => randomValue(random, depth + 1));
}

const TESTS: readonly unknown[] = [
  ...VALUES.filter((value) => value !== null),
  { prefix: "x" },
  { suffix: "x" },
  { prefix: { "equals-ignore-case": "xX" } },
  { suffix: { "equals-ignore-case": "xX" } },
  { "equals-ignore-case": "xx" },
  { wildcard: "x*x" },
  { wildcard: "*y*" },
  { wildcard: "*" },
  { "anything-but": ["x", "y"] },
  { "anything-but": [1] },
  { "anything-but": { prefix: "x" } },
  { numeric: [">", 1] },
  { numeric: ["=", 2] },
  { exists: true },
  { exists: false },
];

export function randomPattern(random: Random, depth = 0): Record<string, unknown> {
  const members = Array.from({ length: 1 + random.below(3) }, () => {
    const kind = depth > 2 ? 0 : random.below(6);
    if (kind < 4) return [random.of(NAMES), Array.from({ length: 1 + random.below(2) }, () => random.of(TESTS))];
    if (kind === 4) return [random.of(NAMES), randomPattern(random, depth + 1)];
    return ["$or", [randomPattern(random, depth + 1), randomPattern(random, depth + 1)]];
  });
  return Object.fromEntries(members);
}
