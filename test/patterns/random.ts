import type { Random } from "../../bench/load/random";

const NAMES = ["a", "b", "c", "a.b", "b.c", "a-"];
const VALUES = ["x", "y", "Xx", "xyx", "", 1, 2, true, null];

/** Arrays in arrays, objects beside values, and names with dots in them. */
export function randomEvent(random: Random, depth = 0): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: 3 }, () => [random.pick(NAMES), randomValue(random, depth)]));
}

function randomValue(random: Random, depth: number): unknown {
  const kind = depth > 3 ? 0 : random.int(0, 4);
  if (kind < 2) return random.chance(0.1) ? {} : random.pick([...VALUES.filter((value) => value !== null), "x"]);
  if (kind === 2) return randomEvent(random, depth + 1);
  return Array.from({ length: random.int(0, 3) }, () => randomValue(random, depth + 1));
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
  const members = Array.from({ length: 1 + random.int(0, 2) }, () => {
    const kind = depth > 2 ? 0 : random.int(0, 5);
    if (kind < 4) return [random.pick(NAMES), Array.from({ length: 1 + random.int(0, 1) }, () => random.pick(TESTS))];
    if (kind === 4) return [random.pick(NAMES), randomPattern(random, depth + 1)];
    return ["$or", [randomPattern(random, depth + 1), randomPattern(random, depth + 1)]];
  });
  return Object.fromEntries(members);
}
