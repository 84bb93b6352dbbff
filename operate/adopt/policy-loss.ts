import { isMap } from "../../text/value";
import { plain } from "./differences";

/**
 * Says which statements of a policy go where another takes its place; undefined where none does.
 *
 * @param but a service whose statements do not count
 */
export function policyLoss(now: unknown, wanted: unknown, but?: string): string | undefined {
  const kept = new Set(statementsOf(wanted).map((statement) => JSON.stringify(statement)));
  const lost = statementsOf(now).filter(
    (statement) => !kept.has(JSON.stringify(statement)) && !(but !== undefined && isFor(statement, but)),
  );
  if (lost.length === 0) return undefined;
  return `what its policy lets in today is let in no more: ${lost.map(named).join(", ")}`;
}

function statementsOf(policy: unknown): unknown[] {
  const document = plain(policy);
  return isMap(document) && document.Statement !== undefined ? [document.Statement].flat() : [];
}

function isFor(statement: unknown, service: string): boolean {
  if (!isMap(statement)) return false;
  const { Effect, Principal } = statement;
  return Effect === "Deny" || (isMap(Principal) && Principal.Service === service);
}

function named(statement: unknown): string {
  if (!isMap(statement)) return "a statement";
  const { Sid, Action, Principal } = statement;
  return typeof Sid === "string" ? Sid : `${JSON.stringify(Action)} by ${JSON.stringify(Principal)}`;
}
