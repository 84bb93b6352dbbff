import type { TerraformStack } from "cdktf";
import { address } from "./address";
import { SchemasDiscoverer } from "./bindings";
import type { StreamBus } from "./bus";

/** Lets EventBridge write down, as schemas, the form of the events that it sees on a bus. */
export function createSchemaDiscovery(
  stack: TerraformStack,
  { stream, bus, busArn }: StreamBus,
  tags: Record<string, string>,
): void {
  new SchemasDiscoverer(stack, address(SchemasDiscoverer, stream), { sourceArn: busArn, tags, dependsOn: [bus] });
}
