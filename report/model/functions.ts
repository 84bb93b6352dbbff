import type { NamedFunction } from "../../aws/function-plan";
import { deadLetterQueueArn } from "../../aws/names";
import type { Environment } from "../../config/model";
import { destinationFunctions } from "../../destinations/parts/functions";
import { functionStatements } from "../../modules/function";
import { codeHash } from "../../modules/function-code";

/** Returns what an auditor asks of a function of ours: which it is, what it may do, and its hash, as plans have it. */
export function functionText(environment: Environment, plan: NamedFunction): string {
  const statements = functionStatements(environment, plan, deadLetterQueueArn(environment));
  const actions = [...new Set(statements.flatMap(({ Action }) => Action))].sort();
  return `${plan.name}: its role may ${actions.join(", ")}; its code has the hash ${codeHash(plan.code)} (source_code_hash)`;
}

/** Returns the same of each function that writes to a destination. */
export function functionTexts(environment: Environment, destination: string): string[] {
  const keys = environment.destinations[destination];
  if (keys === undefined) return [];
  return destinationFunctions(environment, destination, keys).map((plan) => functionText(environment, plan));
}
