import type { TerraformStack } from "cdktf";
import type { Stream } from "../config/model";
import { address } from "./address";
import { CloudwatchEventBus } from "./bindings";
import { checkSource, type Source } from "./source";

/** The event bus on a partner event source. AWS demands that both have one name, and refuses a source that is not there. */
export function createBus(
  stack: TerraformStack,
  source: Source,
  [key, stream]: readonly [string, Stream],
  tags: Record<string, string>,
): CloudwatchEventBus {
  const bus = new CloudwatchEventBus(stack, address(CloudwatchEventBus, key), {
    name: source.name,
    eventSourceName: source.name,
    tags,
    dependsOn: source.ready,
    ...(stream.protect && { lifecycle: { preventDestroy: true } }),
  });
  if (stream.lookup === "check") checkSource(stack, source, key, bus);
  return bus;
}
