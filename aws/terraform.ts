import type * as bindings from "../modules/bindings";

/**
 * The types that modules pass to streams and destinations. Types alone: a kind makes its resources by what it is given, so that
 * reading and checking a file loads neither CDKTF nor a provider.
 */
export type { ITerraformDependable, TerraformResource, TerraformStack } from "cdktf";
export type Bindings = typeof bindings;
export type TargetConfig = bindings.CloudwatchEventTargetConfig;
