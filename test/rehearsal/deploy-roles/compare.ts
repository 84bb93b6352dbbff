import type { Statement } from "../../../aws/policy";
import { statementsOf } from "../../../report/policies/statement";
import { refusal } from "../../../report/policies/verdict";
import type { Needed } from "./actions";

/** Returns why the policies refuse what a call needs; undefined where they let it through. */
export function refused(statements: readonly Statement[], { action, resource, context }: Needed): string | undefined {
  const given = new Map<string, string>(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  return refusal(statementsOf({ Statement: statements }) ?? [], { action, resource, context: given });
}

/** Returns the actions of these statements that no call needed, sorted. */
export function unused(statements: readonly Statement[], needed: readonly Needed[]): string[] {
  const used = new Set(needed.map(({ action }) => action));
  const held = statements.flatMap(({ Action }) => [Action].flat());
  return [...new Set(held)].filter((action) => !used.has(action)).sort();
}
