import type { ITerraformDependable, TerraformStack } from "cdktf";
import { defaults } from "../aws/defaults";
import { busLogGroupName } from "../aws/log-groups";
import { arn, logDeliveryName, partName } from "../aws/names";
import type { Environment } from "../config/model";
import { knownAs } from "../schema/identity";
import { levelsOf } from "../streams/stream-keys";
import { address } from "./address";
import {
  CloudwatchLogDelivery,
  CloudwatchLogDeliveryDestination,
  CloudwatchLogDeliverySource,
  CloudwatchLogGroup,
  type CloudwatchLogResourcePolicy,
} from "./bindings";
import type { MadeStream } from "./stream";

/** The log of a bus and its log group: everything that policies need is known before anything exists. */
export interface BusLog {
  readonly stream: string;
  readonly groupName: string;
  readonly groupArn: string;
  readonly sources: readonly { readonly level: string; readonly name: string; readonly arn: string }[];
}

/** Returns the logs of all buses; none for a bus that logs nothing. */
export function busLogs(environment: Environment): BusLog[] {
  return Object.entries(environment.streams).flatMap(([stream, keys]) => {
    const called = knownAs(stream, keys);
    const groupName = busLogGroupName(environment.name, called);
    const sources = levelsOf(keys.log_level).map((level) => {
      const name = logDeliveryName(environment.name, called, level);
      return { level, name, arn: arn(environment, "logs", `delivery-source:${name}`) };
    });
    const log = { stream, groupName, groupArn: arn(environment, "logs", `log-group:${groupName}`), sources };
    return sources.length === 0 ? [] : [log];
  });
}

/** Makes the log group of a bus, and the deliveries into it. */
export function createBusLog(
  stack: TerraformStack,
  environment: Environment,
  { stream, groupName, groupArn, sources }: BusLog,
  { made: bus, busArn, knownAs: called }: MadeStream,
  policy: CloudwatchLogResourcePolicy,
  tags: Record<string, string>,
): void {
  const group = new CloudwatchLogGroup(stack, address(CloudwatchLogGroup, partName(stream, "bus-logs")), {
    name: groupName,
    retentionInDays: defaults.log_retention_days,
    tags,
    ...(environment.kms_key_arn !== undefined && { kmsKeyId: environment.kms_key_arn }),
  });
  const destination = new CloudwatchLogDeliveryDestination(stack, address(CloudwatchLogDeliveryDestination, stream), {
    name: logDeliveryName(environment.name, called, "logs"),
    deliveryDestinationConfiguration: [{ destinationResourceArn: groupArn }],
    tags,
    dependsOn: [group],
  });
  // AWS refuses to make two deliveries to one destination at a time.
  let before: ITerraformDependable = policy;
  for (const { level, name } of sources) {
    const id = partName(stream, level);
    const source = new CloudwatchLogDeliverySource(stack, address(CloudwatchLogDeliverySource, id), {
      name,
      logType: `${level.toUpperCase()}_LOGS`,
      resourceArn: busArn,
      tags,
      dependsOn: [bus],
    });
    before = new CloudwatchLogDelivery(stack, address(CloudwatchLogDelivery, id), {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      tags,
      dependsOn: [before],
    });
  }
}
