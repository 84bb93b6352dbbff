import type { TerraformStack } from "cdktf";
import { archiveName } from "../aws/names";
import type { Environment, Stream } from "../config/model";
import { rulePattern } from "../config/pattern";
import { address } from "./address";
import { CloudwatchEventArchive, type CloudwatchEventBus } from "./bindings";
import type { NamedBus } from "./source";

/** Makes the archive of a bus, from which its events can be replayed. */
export function createArchive(
  stack: TerraformStack,
  environment: Environment,
  { pattern, retention_days }: NonNullable<Stream["archive"]>,
  { stream, knownAs, source, envelope, busArn }: NamedBus,
  bus: CloudwatchEventBus,
): CloudwatchEventArchive {
  return new CloudwatchEventArchive(stack, address(CloudwatchEventArchive, stream), {
    name: archiveName(environment.name, knownAs),
    // Composed, since another value would replace the archive and lose what it holds.
    eventSourceArn: busArn,
    eventPattern: rulePattern(source, { topics: undefined, pattern }, envelope),
    retentionDays: retention_days,
    ...(environment.kms_key_arn !== undefined && { kmsKeyIdentifier: environment.kms_key_arn }),
    dependsOn: [bus],
  });
}
