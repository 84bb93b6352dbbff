import type { Environment } from "../config/model";
import type { Account } from "./account";

/** The alias of the key that encrypts the states, known before the key is. */
export const KEY_ALIAS = "alias/genesys-eventbridge-state";

/** A state in S3, as the roles reach it. */
export interface State {
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
  readonly kms_key_id?: string | undefined;
  readonly use_lockfile: boolean;
}

/**
 * Returns where the state of an environment is or, where it is a file on somebody's machine, should be; undefined where the roles
 * themselves do not reach it.
 */
export function stateOf({ name, state }: Environment, { bucket, place }: Account): State | undefined {
  switch (state.backend) {
    case "s3":
      return state.role_arn === undefined ? state : undefined;
    case "local": {
      const key = `genesys-eventbridge/${name}.tfstate`;
      return { bucket, key, region: place.aws_region, kms_key_id: KEY_ALIAS, use_lockfile: true };
    }
    case "cloud":
    case "http":
      return undefined;
    default:
      return state satisfies never;
  }
}

/** Returns whether the bucket is one that the bootstrap makes: somebody else's is encrypted in another way. */
export function isOwnState({ state }: Pick<Environment, "state">): boolean {
  return state.backend === "local" || (state.backend === "s3" && state.kms_key_id === KEY_ALIAS);
}

/** Returns the line for the environment's file; undefined where its state is in a shared place already. */
export function stateLine(environment: Environment, account: Account): string | undefined {
  const state = environment.state.backend === "local" ? stateOf(environment, account) : undefined;
  if (state === undefined) return undefined;
  const { bucket, key, region } = state;
  return `state = { backend = "s3", bucket = "${bucket}", key = "${key}", region = "${region}", kms_key_id = "${KEY_ALIAS}" }`;
}
