import type { TerraformStack } from "cdktf";
import type { Environment, Stream } from "../config/model";
import type { Feed } from "../streams/stream-type";
import { address } from "./address";
import { CloudwatchEventBus } from "./bindings";
import type { DeadLetterQueue } from "./dead-letter-queue";
import type { NamedBus } from "./source";

/** Makes the event bus of a stream, on what feeds it. */
export function createBus(
  stack: TerraformStack,
  { kms_key_arn }: Environment,
  { stream: key, bus: name }: NamedBus,
  keys: Stream,
  feed: Feed,
  deadLetters: DeadLetterQueue,
  tags: Record<string, string>,
): CloudwatchEventBus {
  const bus = new CloudwatchEventBus(stack, address(CloudwatchEventBus, key), {
    name,
    ...feed.bus,
    tags,
    // Left out where nothing is logged, so that a bus that never logged stays as it is.
    ...(keys.log_level !== "off" && {
      logConfig: { level: keys.log_level.toUpperCase(), includeDetail: keys.log_detail ? "FULL" : "NONE" },
    }),
    ...encryption(kms_key_arn, deadLetters),
    dependsOn: kms_key_arn === undefined ? feed.ready : [...feed.ready, deadLetters.queue],
    ...lifecycle(feed, keys),
  });
  feed.verify?.(bus);
  feed.fill?.(bus);
  return bus;
}

/**
 * Returns the encryption by a key of the user's own. Events that the bus cannot encrypt or decrypt go to the queue and are not
 * lost.
 */
function encryption(keyArn: string | undefined, { arn }: DeadLetterQueue) {
  return keyArn === undefined ? {} : { kmsKeyIdentifier: keyArn, deadLetterConfig: { arn } };
}

function lifecycle({ ignored = [] }: Feed, { protect }: Stream) {
  const rules = {
    ...(ignored.length > 0 && { ignoreChanges: [...ignored] }),
    ...(protect && { preventDestroy: true }),
  };
  return Object.keys(rules).length > 0 ? { lifecycle: rules } : {};
}
