import { isMap } from "../../text/value";

/** Says which statements of a policy go where another takes its place; undefined where none does. */
export function policyLoss(now: unknown, wanted: unknown): string | undefined {
  const kept = new Set(statementsOf(wanted).map((statement) => JSON.stringify(statement)));
  const lost = statementsOf(now).filter((statement) => !kept.has(JSON.stringify(statement)));
  if (lost.length === 0) return undefined;
  return `what its policy lets in today is let in no more: ${lost.map(named).join(", ")}`;
}

function statementsOf(policy: unknown): unknown[] {
  return isMap(policy) && policy.Statement !== null && policy.Statement !== undefined ? [policy.Statement].flat() : [];
}

function named(statement: unknown): string {
  if (!isMap(statement)) return "a statement";
  const { Sid, Action, Principal } = statement;
  return typeof Sid === "string" ? Sid : `${JSON.stringify(Action)} by ${JSON.stringify(Principal)}`;
}
