import { parseArn } from "../../aws/arn";
import { resourceType } from "../../aws/resources";
import type { Environment } from "../../config/model";
import { scalarText } from "../../config/scalar-text";
import { isMap } from "../../text/value";
import type { WrittenModule, WrittenPlan } from "./schema";

type Place = Pick<Environment, "name" | "aws_account_id" | "aws_region">;

/** Says whose plan it is where it is none of this environment; undefined where it may be one of it. */
export function foreign(plan: WrittenPlan, { name, aws_account_id, aws_region }: Place): string | undefined {
  const claims: readonly (readonly [what: string, own: string, found: ReadonlySet<string>])[] = [
    ["environment", name, environmentsIn(plan)],
    ["account", aws_account_id, accountsIn(plan)],
    ["region", aws_region, regionsIn(plan)],
  ];
  const other = claims.find(([, own, found]) => found.size > 0 && !found.has(own));
  if (other === undefined) return undefined;
  const [what, own, found] = other;
  const theirs = [...found].sort().slice(0, 3).join(", ");
  return `is a plan of ${what} ${theirs}, and not of ${own}${own === name ? "" : `, which is where ${name} is`}`;
}

/** Returns the environments of a plan, by the tags that the toolkit puts on everything. */
function environmentsIn({ planned_values }: WrittenPlan): Set<string> {
  return new Set(
    resourcesIn(planned_values.root_module).flatMap(({ values: { tags } }) =>
      isMap(tags) && tags["managed-by"] === "cdktf" && typeof tags.environment === "string" ? [tags.environment] : [],
    ),
  );
}

/** Returns the accounts of a plan: by whom the provider may only be, by who it is, or else by the ARNs that resources have. */
function accountsIn(plan: WrittenPlan): Set<string> {
  const allowed = providerSays(plan, "allowed_account_ids");
  if (Array.isArray(allowed) && allowed.length > 0) return new Set(allowed.map(scalarText));
  const callers = resourcesIn(plan.prior_state?.values?.root_module).flatMap(({ type, values: { account_id } }) =>
    type === "aws_caller_identity" && typeof account_id === "string" ? [account_id] : [],
  );
  return callers.length > 0 ? new Set(callers) : arnParts(plan, "account");
}

function regionsIn(plan: WrittenPlan): Set<string> {
  const region = providerSays(plan, "region");
  return typeof region === "string" ? new Set([region]) : arnParts(plan, "region");
}

/** Returns an argument of the provider without an alias, where it is written and not looked up. */
function providerSays({ configuration }: WrittenPlan, key: string): unknown {
  const { provider_config } = configuration;
  const aws = isMap(provider_config) ? provider_config.aws : undefined;
  const expressions = isMap(aws) ? aws.expressions : undefined;
  const expression = isMap(expressions) ? expressions[key] : undefined;
  return isMap(expression) ? expression.constant_value : undefined;
}

function arnParts({ planned_values }: WrittenPlan, part: "account" | "region"): Set<string> {
  const arns = resourcesIn(planned_values.root_module).flatMap(({ mode, type, values: { arn } }) =>
    mode === "managed" && !resourceType(type)?.arnOfAnother && typeof arn === "string" && arn.startsWith("arn:")
      ? [arn]
      : [],
  );
  return new Set(arns.flatMap((arn) => parseArn(arn)[part] || []));
}

function resourcesIn(module: WrittenModule | null | undefined): WrittenModule["resources"] {
  return module === undefined || module === null
    ? []
    : [...module.resources, ...module.child_modules.flatMap(resourcesIn)];
}
