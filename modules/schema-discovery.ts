import type { TerraformStack } from "cdktf";
import { address } from "./address";
import { type CloudwatchEventBus, SchemasDiscoverer } from "./bindings";
import type { NamedBus } from "./source";

/** Lets EventBridge write down, as schemas, the form of the events that it sees on a bus. */
export function createSchemaDiscovery(
  stack: TerraformStack,
  { stream, busArn }: NamedBus,
  bus: CloudwatchEventBus,
  tags: Record<string, string>,
): void {
  new SchemasDiscoverer(stack, address(SchemasDiscoverer, stream), { sourceArn: busArn, tags, dependsOn: [bus] });
}
