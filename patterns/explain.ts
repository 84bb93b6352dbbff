import { isObject, type Leaves, leavesOf, nodesOf } from "./event";
import { areMet, mayBeAbsent } from "./match";
import type { Alternative, Field, Pattern } from "./pattern";
import { type Reason, reason } from "./reason";

/** Returns the reason why an event does not match, by the alternative with most fields as wanted; undefined if it matches. */
export function explain(pattern: Pattern, event: unknown): Reason | undefined {
  const leaves = leavesOf(event);
  if (pattern.alternatives.some((fields) => areMet(fields, leaves))) return undefined;
  const tried = pattern.alternatives.map((fields) => attempt(fields, leaves));
  const { met, unmet } = tried.reduce((best, other) => (isNearer(other, best) ? other : best));
  const [field] = unmet;
  return field === undefined ? disagreement(met, leaves) : difference(field, leaves, event);
}

/** The fields of an alternative that are met by themselves, and those that are not. */
interface Attempt {
  readonly met: readonly Field[];
  readonly unmet: readonly Field[];
}

function attempt(fields: Alternative, leaves: Leaves): Attempt {
  const alone = fields.filter((field) => areMet([field], leaves));
  // What may be absent depends on which elements the others choose.
  const met = fields.filter(
    (field) => alone.includes(field) || (mayBeAbsent(field) && areMet([...alone, field], leaves)),
  );
  return { met, unmet: fields.filter((field) => !met.includes(field)) };
}

function isNearer(one: Attempt, other: Attempt): boolean {
  if (one.met.length !== other.met.length) return one.met.length > other.met.length;
  return one.unmet.length < other.unmet.length;
}

function difference(field: Field, leaves: Leaves, event: unknown): Reason {
  const found = leaves.get(field.name)?.map(({ value }) => value);
  if (found !== undefined) return reason(field, { kind: mayBeAbsent(field) ? "present" : "differs", found });
  for (const { name, value } of nodesOf(event)) {
    if (name !== field.name) continue;
    const within = [...leaves.keys()].find((other) => other.startsWith(`${name}.`));
    return reason(field, { kind: "object-not-value", what: isObject(value) ? "object" : "list", within });
  }
  return reason(field, { kind: "missing" });
}

/** Returns the reason for fields that are met alone but not together: the first one that does not agree with those before it. */
function disagreement(fields: readonly Field[], leaves: Leaves): Reason {
  const [present, absent] = [fields.filter((field) => !mayBeAbsent(field)), fields.filter(mayBeAbsent)];
  const inOrder = [...present, ...absent];
  const index = inOrder.findIndex((_, last) => !areMet(inOrder.slice(0, last + 1), leaves));
  const [field, before] = [inOrder[index], inOrder.slice(0, index)];
  if (field === undefined) throw new Error("fields that can stand together are no reason");
  if (mayBeAbsent(field)) return difference(field, leaves, undefined);
  const other = before.find((other) => !areMet([other, field], leaves))?.name;
  return reason(field, { kind: "other-element", other });
}
