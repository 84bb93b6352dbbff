import { groupBy } from "../../text/group-by";
import type { Condition, Found } from "./condition";
import { ValueIndex } from "./value-index";

/** A rule's alternative, which is met when all of its conditions are. */
export interface Contender {
  readonly rule: number;
  /** The conditions, in the order of their names. */
  readonly conditions: readonly Condition[];
}

/** The questions that remain once some conditions are met. */
export interface Tree {
  /** The rules with no condition left. */
  readonly complete: Complete | undefined;
  /** The rules that are too few to divide further. */
  readonly few: readonly Few[];
  readonly branches: readonly Branch[];
  readonly fields: readonly FieldBranches[];
  /** The same as `fields`, by the event's values, where the fields are too many to try each. */
  readonly byFound: ReadonlyMap<Found, FieldBranches> | undefined;
}

export interface Complete {
  readonly rules: readonly number[];
  readonly conditions: readonly Condition[];
}

export interface Few extends Contender {
  /** The conditions that are still to be asked; the most unlikely one first. */
  readonly rest: readonly Condition[];
}

export interface Branch {
  readonly condition: Condition;
  readonly tree: Tree;
  /** The last event for which it was searched. */
  event: number;
}

export interface FieldBranches {
  readonly found: Found;
  readonly branches: ValueIndex<Branch>;
}

/** The number of contenders up to which trying each costs less than dividing them. */
const FEW_CONTENDERS = 2;
const FEW_BRANCHES = 2;
/** The number of fields that an event usually has of those that rules ask for. */
const MANY_FIELDS = 16;

const NONE: readonly never[] = [];

/**
 * Makes a tree in which contenders that want the same are asked together, the rarest condition first, so that an event comes to few
 * of them.
 */
export function tree(contenders: readonly Few[], likelihood: ReadonlyMap<Condition, number>): Tree {
  const rules = contenders.filter(({ rest }) => rest.length === 0);
  const open = contenders.filter(({ rest }) => rest.length > 0);
  const complete = rules[0] && { conditions: rules[0].conditions, rules: rules.map(({ rule }) => rule) };
  if (open.length <= FEW_CONTENDERS) return { complete, few: open, branches: NONE, fields: NONE, byFound: undefined };
  const all = branchesOf(open, likelihood);
  const absences = all.filter(({ condition }) => condition.mayBeAbsent);
  const byField = [
    ...groupBy(
      all.filter(({ condition }) => !condition.mayBeAbsent),
      ({ condition }) => condition.found,
    ),
  ];
  const few = byField.length > MANY_FIELDS ? 0 : FEW_BRANCHES;
  const fields = byField
    .filter(([, branches]) => branches.length > few)
    .map(([found, branches]) => ({ found, branches: new ValueIndex(branches) }));
  return {
    complete,
    few: NONE,
    branches: [
      ...absences,
      ...byField.filter(([, branches]) => branches.length <= few).flatMap(([, branches]) => branches),
    ],
    fields,
    byFound: fields.length > MANY_FIELDS ? new Map(fields.map((field) => [field.found, field])) : undefined,
  };
}

function branchesOf(open: readonly Few[], likelihood: ReadonlyMap<Condition, number>): Branch[] {
  const sharing = new Map<Condition, number>();
  for (const condition of open.flatMap(({ rest }) => rest)) sharing.set(condition, (sharing.get(condition) ?? 0) + 1);
  const cost = (condition: Condition) => (likelihood.get(condition) ?? 1) * (1 + 1 / (sharing.get(condition) ?? 1));
  const groups = groupBy(open, ({ rest }) => rest.reduce((best, other) => (cost(other) < cost(best) ? other : best)));
  return [...groups].map(([condition, members]) => {
    const without = members.map((member) => ({ ...member, rest: member.rest.filter((other) => other !== condition) }));
    return { condition, tree: tree(without, likelihood), event: 0 };
  });
}
