import type { Environment } from "../../config/model";
import type { Report } from "../schema";

const PRODUCTION = /(?:^|[-_])(?:prod|production|prd|live)(?:$|[-_])/i;

/** Returns whether an environment is production by its name, since that is where teams write it. */
export function isProduction({ name }: Pick<Environment, "name">): boolean {
  return PRODUCTION.test(name);
}

export function environmentPart(environment: Environment): Report["environment"] {
  const { name, aws_account_id, aws_region, kms_key_arn = null, permissions_boundary_arn = null } = environment;
  const production = isProduction(environment);
  const keys = { kms_key_arn, permissions_boundary_arn };
  return { name, production, aws_account_id, aws_region, ...keys, state: stateWords(environment) };
}

function stateWords({ name, state }: Environment): string {
  switch (state.backend) {
    case "local":
      return `a file on the machine that runs Terraform, ${state.path ?? `terraform.${name}.tfstate`}; neither encrypted nor shared`;
    case "s3":
      return `s3://${state.bucket}/${state.key} in ${state.region}, encrypted${state.kms_key_id ? ` with ${state.kms_key_id}` : ""}, ${state.use_lockfile ? "locked" : "not locked"}`;
    case "cloud":
      return `workspace ${state.workspace} of ${state.organization} at ${state.hostname ?? "HCP Terraform"}, encrypted and locked there`;
    case "http":
      return `${state.address}, ${state.lock_address ? "locked" : "not locked"}; how it is encrypted, its server decides`;
    default:
      return state satisfies never;
  }
}
