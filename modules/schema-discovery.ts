import type { TerraformStack } from "cdktf";
import { address } from "./address";
import { type CloudwatchEventBus, SchemasDiscoverer } from "./bindings";
import type { NamedBus } from "./source";

/** Makes the discoverer, by which EventBridge records the form of a bus's events as schemas. */
export function createSchemaDiscovery(
  stack: TerraformStack,
  { stream, busArn }: NamedBus,
  bus: CloudwatchEventBus,
  tags: Record<string, string>,
): void {
  new SchemasDiscoverer(stack, address(SchemasDiscoverer, stream), { sourceArn: busArn, tags, dependsOn: [bus] });
}
