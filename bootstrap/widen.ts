import type { Statement } from "../aws/policy";

/** The number of names of one kind from which a pattern may stand for them. */
const MANY = 10;

/**
 * Returns statements with one pattern, `<environment>-*`, for the many names of one kind that begin so; for an environment whose names
 * have no room in a role's policies. Roles keep their names.
 */
export function widened(statements: readonly Statement[], environment: string): Statement[] {
  const name = environment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const own = new RegExp(`([:/]${name}[-/])[^:/]+`);
  return statements.map((statement) => {
    const resources = [statement.Resource ?? []].flat();
    if (resources.length < MANY) return statement;
    const patterns = resources.map((arn) => (arn.includes(":role/") ? arn : arn.replace(own, "$1*")));
    return { ...statement, Resource: [...new Set(patterns)] };
  });
}
