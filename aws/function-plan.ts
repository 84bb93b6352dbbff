import { functionArn, functionName, type Place, roleName } from "./names";
import type { Statement } from "./policy";
import type { ITerraformDependable } from "./terraform";

/** A function of ours that something of the stack needs, described as data; modules/function.ts makes it, so that none lacks a role, a log, alarms or the queue. */
export interface FunctionPlan {
  /** The folder below functions/ that holds its code. */
  readonly code: string;
  /** The name that distinguishes it among the parts of its owner. */
  readonly part: string;
  /** Its work, as a sentence without a full stop. */
  readonly description: string;
  /** The environment variables, none of them secret: they stand in the plan. */
  readonly settings: Readonly<Record<string, string>>;
  /** The permissions that its work needs, beside its log and its dead letters. */
  readonly statements: readonly Statement[];
  /** The services by which it uses the environment's key. */
  readonly keyVia: readonly string[];
  /** True where an event source mapping reads under its role. */
  readonly mapped?: true;
  readonly memory_mb: number;
  readonly timeout_seconds: number;
  /** The subnets from where it reaches what is not on the internet. */
  readonly network?: { readonly subnets: readonly string[]; readonly security_groups: readonly string[] } | undefined;
}

/** A function that was made, as what uses it needs it. */
export interface MadeFunction {
  readonly arn: string;
  /** The resources that must exist before it is invoked. */
  readonly ready: ITerraformDependable[];
}

/** A function with the names that AWS will know it by, before it exists. */
export interface NamedFunction extends FunctionPlan {
  readonly name: string;
  readonly role: string;
  readonly arn: string;
}

/** The names that a kind may compose its functions of. */
export interface FunctionContext extends Place {
  readonly environment: string;
  /** The owner's name, as names in AWS have it. */
  readonly owner: string;
  readonly kms_key_arn?: string | undefined;
}

/** Returns a function with its names. */
export function namedFunction(context: FunctionContext, plan: FunctionPlan): NamedFunction {
  const name = functionName(context.environment, context.owner, plan.part);
  const role = roleName(context.environment, context.owner, plan.part);
  return { ...plan, name, role, arn: functionArn(context, name) };
}

/** The folder for the archives of functions, in that of a stack, where Terraform runs. */
export const FUNCTIONS_FOLDER = "functions";

/** Returns the path of the archive with a function's code, as Terraform reads it. */
export function archivePath(code: string): string {
  return `${FUNCTIONS_FOLDER}/${code}.zip`;
}
