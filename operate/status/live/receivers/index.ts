import { parseArn } from "../../../../aws/arn";
import type { DeliveryService } from "../../../../aws/resources/resource-type";
import { own } from "../../../../report/own";
import { onceForEach } from "../../../../text/once";
import type { Account } from "../account";
import { lambdaFunction } from "./function";
import { logGroup } from "./log-group";
import { apiDestination, dataStream, deliveryStream, eventBus, stateMachine } from "./others";
import { queue } from "./queue";
import type { ReadReceiver, Receiver } from "./receiver";
import { topic } from "./topic";

/** How each receiver is read, by the service that its ARN names. */
const readers: Readonly<Record<DeliveryService, ReadReceiver>> = {
  "api-destination": apiDestination,
  events: eventBus,
  firehose: deliveryStream,
  kinesis: dataStream,
  lambda: lambdaFunction,
  logs: logGroup,
  sns: topic,
  sqs: queue,
  states: stateMachine,
};

const known = onceForEach((_: Account) => new Map<string, Promise<Receiver | undefined>>());

/**
 * Returns what an ARN names, read once for each look; undefined where it is not there.
 *
 * @throws AwsProblem where it may not be read
 */
export function receiver(account: Account, arn: string): Promise<Receiver | undefined> {
  const all = known(account);
  const { service, resource } = parseArn(arn);
  const read = own<ReadReceiver>(readers, resource.startsWith("api-destination/") ? "api-destination" : service);
  const found = all.get(arn) ?? read?.(account, arn) ?? Promise.resolve({ resources: [] });
  all.set(arn, found);
  return found;
}
