import { dependable, type TerraformStack } from "cdktf";
import type { Stream } from "../config/model";
import { address } from "./address";
import { CloudwatchEventBus } from "./bindings";
import type { DeadLetterQueue } from "./dead-letter-queue";
import type { Sender } from "./permission";
import type { Source } from "./source";

/** The bus of a stream, with what other things need of it: known before it exists, so that nothing unknown replaces them. */
export interface StreamBus extends Sender {
  readonly source: Source;
  readonly bus: CloudwatchEventBus;
}

/** The event bus of a stream. */
export function createBus(
  stack: TerraformStack,
  source: Source,
  [key, stream]: readonly [string, Stream],
  tags: Record<string, string>,
): CloudwatchEventBus {
  const bus = new CloudwatchEventBus(stack, address(CloudwatchEventBus, key), {
    name: source.busName,
    ...source.bus,
    tags,
    dependsOn: source.ready,
    // Nothing where nothing is logged, so that a bus that never logged stays as it is.
    ...(stream.log_level !== "off" && {
      logConfig: { level: stream.log_level.toUpperCase(), includeDetail: stream.log_detail ? "FULL" : "NONE" },
    }),
    ...lifecycle(source, stream),
  });
  source.verify?.(bus);
  return bus;
}

function lifecycle({ bus: { eventSourceName } }: Source, { protect }: Stream) {
  const rules = {
    // An import does not read it, and a difference would replace the bus. Nothing is lost: the name says the same.
    ...(eventSourceName !== undefined && { ignoreChanges: ["event_source_name"] }),
    ...(protect && { preventDestroy: true }),
  };
  return Object.keys(rules).length > 0 ? { lifecycle: rules } : {};
}

/** By a key of the user's own. What the bus cannot encrypt or decrypt with it goes to the queue instead of nowhere. */
export function encryptBus(bus: CloudwatchEventBus, keyArn: string, deadLetters: DeadLetterQueue): void {
  bus.kmsKeyIdentifier = keyArn;
  bus.putDeadLetterConfig({ arn: deadLetters.arn });
  bus.dependsOn = [...(bus.dependsOn ?? []), dependable(deadLetters.queue)];
}
