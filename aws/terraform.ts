import type * as bindings from "../modules/bindings";

/**
 * The types that modules pass to streams and destinations. Types alone: a kind makes its resources by what it is given, so that
 * reading and checking a file loads neither CDKTF nor a provider.
 */
export type { ITerraformDependable, TerraformResource, TerraformStack } from "cdktf";
export type Bindings = typeof bindings;
/** The keys of a bus that what feeds it may set; those that every bus has belong to the modules. */
export type FedBus = Partial<
  Omit<ConstructorParameters<Bindings["CloudwatchEventBus"]>[2], "name" | "tags" | "dependsOn" | "lifecycle">
>;
export type TargetConfig = bindings.CloudwatchEventTargetConfig;
