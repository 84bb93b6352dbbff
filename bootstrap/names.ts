import { ROLE_NAME_LENGTH } from "../aws/limits";
import { cut } from "../aws/names";
import type { Environment } from "../config/model";

/** The path of every policy that the bootstrap makes. */
export const POLICY_PATH = "/genesys-eventbridge/";

/** The names of what the bootstrap makes for an environment. */
export function roleNames({ name }: Pick<Environment, "name">) {
  const of = (part: string) => cut(`${name}-${part}`, ROLE_NAME_LENGTH);
  return { plan: of("plan"), apply: of("apply"), boundary: of("boundary"), policy: of };
}
