import type { TerraformStack } from "cdktf";
import type { Environment } from "../config/model";
import { createArchive } from "./archive";
import type { CloudwatchEventArchive, CloudwatchEventBus } from "./bindings";
import { createBus } from "./bus";
import type { DeadLetterQueue } from "./dead-letter-queue";
import { createSchemaDiscovery } from "./schema-discovery";
import { createFeed, type NamedBus } from "./source";

/** A stream as rules, outputs and logs need it. */
export interface MadeStream extends NamedBus {
  readonly made: CloudwatchEventBus;
  readonly archive: CloudwatchEventArchive | undefined;
  /** What people need to know of it, by the name of the output. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Makes a stream: what feeds its bus, the bus, and what keeps and describes its events. */
export function createStream(
  stack: TerraformStack,
  environment: Environment,
  named: NamedBus,
  deadLetters: DeadLetterQueue,
  tags: Record<string, string>,
): MadeStream {
  const { [named.stream]: keys } = environment.streams;
  if (keys === undefined) throw new Error("a bus was named for a stream that is not there");
  const feed = createFeed(stack, environment, named, keys, deadLetters, tags);
  const made = createBus(stack, environment, named, keys, feed, deadLetters, tags);
  if (keys.schema_discovery) createSchemaDiscovery(stack, named, made, tags);
  const archive = keys.archive && createArchive(stack, environment, keys.archive, named, made);
  return { ...named, made, archive, outputs: feed.outputs ?? {} };
}
