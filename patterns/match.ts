import { canStandTogether } from "./choice";
import { type Leaves, leavesOf } from "./event";
import { passing } from "./operators";
import type { Field, Pattern } from "./pattern";
import type { Want } from "./place";

/** Returns whether EventBridge would let the event pass. For many patterns at once there is compile.ts. */
export function matches(pattern: Pattern, event: unknown): boolean {
  const leaves = leavesOf(event);
  return pattern.alternatives.some((fields) => areMet(fields, leaves));
}

/** Returns whether all fields are as wanted, by values that can stand together. */
export function areMet(fields: readonly Field[], leaves: Leaves): boolean {
  // In the order of UTF-16 units, on which absence depends.
  const inOrder = fields.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return canStandTogether(inOrder.map((field) => wantOf(field, leaves)));
}

export function mayBeAbsent({ tests }: Pick<Field, "tests">): boolean {
  return tests.some((test) => test.kind === "exists" && !test.exists);
}

function wantOf(field: Field, leaves: Leaves): Want {
  const found = leaves.get(field.name) ?? [];
  const passes = passing(field.tests);
  const passingAt = found.filter(({ value }) => passes(value)).map(({ element }) => element);
  if (!mayBeAbsent(field)) return { passing: passingAt };
  return { passing: passingAt, absentFrom: found.map(({ element }) => element) };
}
