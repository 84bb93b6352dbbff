import type { Environment } from "../config/model";
import type { Account } from "./account";
import { stateStatements } from "./state-access";
import { deployStatements, type Statements } from "./statements";

/** Returns all that the roles of an environment may do: what both need, and what the one that applies needs besides. */
export function permissionsOf(environment: Environment, account: Account): Statements {
  const [state, stack] = [stateStatements(environment, account), deployStatements(environment)];
  return { read: [...state.read, ...stack.read], write: [...state.write, ...stack.write] };
}
