import { canStandTogether } from "./choice";
import { type Leaves, leavesOf } from "./event";
import { passing } from "./operators";
import type { Alternative, Field, Pattern } from "./pattern";
import type { Want } from "./place";

/** Whether EventBridge would let the event pass. For many patterns at once there is compile.ts. */
export function matches(pattern: Pattern, event: unknown): boolean {
  const leaves = leavesOf(event);
  return pattern.alternatives.some((alternative) => alternativeMatches(alternative, leaves));
}

export function alternativeMatches(alternative: Alternative, leaves: Leaves): boolean {
  return canStandTogether([...alternative].sort(byName).map((field) => wantOf(field, leaves)));
}

export function wantOf({ name, tests }: Field, leaves: Leaves): Want {
  const found = leaves.get(name) ?? [];
  const passes = passing(tests);
  const passingAt = found.filter(({ value }) => passes(value)).map(({ element }) => element);
  const mayBeAbsent = tests.some((test) => test.kind === "exists" && !test.exists);
  return mayBeAbsent ? { passing: passingAt, absentFrom: found.map(({ element }) => element) } : { passing: passingAt };
}

/** In the order of UTF-16 units. */
function byName(a: Field, b: Field): number {
  return a.name < b.name ? -1 : 1;
}
