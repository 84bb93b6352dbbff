import { readFileSync } from "node:fs";
import type { Place } from "../../aws/names";
import type { Statement } from "../../aws/policy";
import { neededFor } from "../rehearsal/deploy-roles/actions";
import { refused, unused } from "../rehearsal/deploy-roles/compare";

/**
 * Returns what is wrong with the policy of a command, by the calls that it noted in the file of GENESYS_EVENTBRIDGE_CALLS: what it was
 * not allowed and did, and what it is allowed and never did.
 */
export function policyFaults(file: string, statements: readonly Statement[], place: Place): string[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const needed = lines.flatMap((line) => neededFor({ path: "", planned: false, ...JSON.parse(line) }, place));
  const missing = needed.flatMap((one) => {
    const why = refused(statements, one);
    return why === undefined ? [] : [`${one.action} on ${one.resource}: ${why}`];
  });
  return [
    ...new Set(missing),
    ...unused(statements, needed).map((action) => `${action} is held, and no call needed it`),
  ];
}
