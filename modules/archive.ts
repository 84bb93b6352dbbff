import type { TerraformStack } from "cdktf";
import { archiveName } from "../aws/names";
import type { Environment, Stream } from "../config/model";
import { rulePattern } from "../config/pattern";
import { address } from "./address";
import { CloudwatchEventArchive } from "./bindings";
import type { StreamBus } from "./bus";

/** Keeps the events of a bus, from where they can be sent to it again. */
export function createArchive(
  stack: TerraformStack,
  environment: Environment,
  { pattern, retention_days }: NonNullable<Stream["archive"]>,
  { stream, knownAs, source, bus, busArn }: StreamBus,
): CloudwatchEventArchive {
  return new CloudwatchEventArchive(stack, address(CloudwatchEventArchive, stream), {
    name: archiveName(environment.name, knownAs),
    // Composed, since another value would replace the archive and lose what it holds.
    eventSourceArn: busArn,
    eventPattern: rulePattern(source.name, { topics: undefined, pattern }),
    retentionDays: retention_days,
    ...(environment.kms_key_arn !== undefined && { kmsKeyIdentifier: environment.kms_key_arn }),
    dependsOn: [bus],
  });
}
