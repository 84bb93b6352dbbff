import { MANAGED_POLICY_LENGTH } from "../aws/limits";
import { policy, type Statement } from "../aws/policy";

/** Returns statements in as few policies as their length allows, in order; Sids are unique in each. */
export function packed(statements: readonly Statement[]): Statement[][] {
  const policies: Statement[][] = [];
  for (const statement of statements.flatMap(short)) {
    const last = policies.at(-1);
    if (last !== undefined && fits([...last, statement])) last.push(statement);
    else policies.push([statement]);
  }
  return policies.map(numbered);
}

/** Space for the numbers that make Sids unique. */
const SPARE = 200;

function fits(statements: readonly Statement[]): boolean {
  return policy(statements).length <= MANAGED_POLICY_LENGTH - SPARE;
}

/** Returns a statement, in halves where it alone is too long. */
function short(statement: Statement): Statement[] {
  const resources = [statement.Resource ?? []].flat();
  if (fits([statement]) || resources.length < 2) return [statement];
  const middle = Math.ceil(resources.length / 2);
  return [resources.slice(0, middle), resources.slice(middle)].flatMap((Resource) => short({ ...statement, Resource }));
}

function numbered(statements: readonly Statement[]): Statement[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const { Sid = "" } = statement;
    const count = (seen.get(Sid) ?? 0) + 1;
    seen.set(Sid, count);
    return count === 1 ? statement : { ...statement, Sid: `${Sid}${count}` };
  });
}
