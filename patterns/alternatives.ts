import { OR_COMBINATIONS } from "../aws/limits";
import type { Fault } from "../text/issue";
import { pathText } from "../text/issue";
import type { Alternative, Field } from "./pattern";
import type { Step } from "./steps";

export interface Expanded {
  /** The alternatives; undefined where there would be too many. */
  readonly alternatives: readonly Alternative[] | undefined;
  readonly faults: readonly Fault[];
}

/** Returns an alternative for each way through the branches. A name that is written again replaces the earlier one. */
export function alternatives(steps: readonly Step[]): Expanded {
  const combinations = count(steps);
  if (combinations > OR_COMBINATIONS) {
    const message = `has ${combinations} combinations of $or branches, EventBridge allows ${OR_COMBINATIONS}; split the rule`;
    return { alternatives: undefined, faults: [{ id: "pattern-too-many-alternatives", path: [], message }] };
  }
  const replaced = new Map<Field, Field>();
  const expanded = expand(steps, [new Map()], (before, by) => void replaced.set(by, before));
  return {
    alternatives: expanded.map((fields) => [...fields.values()]),
    faults: [...replaced].map(([by, before]) => replacement(before, by)),
  };
}

function count(steps: readonly Step[]): number {
  return steps.reduce(
    (product, step) =>
      "branches" in step ? product * step.branches.reduce((sum, branch) => sum + count(branch), 0) : product,
    1,
  );
}

type Fields = Map<string, Field>;

/** Returns the alternatives from a start. Adds to the start itself, and copies it only for branches. */
function expand(steps: readonly Step[], start: Fields[], onReplaced: (before: Field, by: Field) => void): Fields[] {
  let all = start;
  for (const step of steps) {
    if ("branches" in step) {
      const before = all;
      all = step.branches.flatMap((branch) =>
        expand(
          branch,
          before.map((fields) => new Map(fields)),
          onReplaced,
        ),
      );
      continue;
    }
    for (const fields of all) {
      const before = fields.get(step.name);
      if (before !== undefined) onReplaced(before, step);
      fields.set(step.name, step);
    }
  }
  return all;
}

function replacement(before: Field, by: Field): Fault {
  const message = `asks for ${by.name} again, which replaces what ${pathText(before.path)} asks for; write all its values in one list`;
  return { id: "pattern-field-twice", severity: "warning", path: by.path, atKey: true, message };
}
