import type { NamedFunction } from "../../aws/function-plan";
import { deadLetterQueueArn } from "../../aws/names";
import type { Environment } from "../../config/model";
import { functionStatements } from "../../modules/function";
import { codeHash } from "../../modules/function-code";

/** Returns what an auditor asks of a function of ours: which it is, what it may do, and its hash, as plans have it. */
export function functionText(environment: Environment, plan: NamedFunction): string {
  const statements = functionStatements(environment, plan, deadLetterQueueArn(environment));
  const actions = [...new Set(statements.flatMap(({ Action }) => Action))].sort();
  return `${plan.name}: its role may ${actions.join(", ")}; its code has the hash ${codeHash(plan.code)} (source_code_hash)`;
}
