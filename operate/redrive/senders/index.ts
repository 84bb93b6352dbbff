import { parseArn } from "../../../aws/arn";
import { apiDestination } from "./api-destination";
import { deliveryStream } from "./delivery-stream";
import { eventBus } from "./event-bus";
import { lambdaFunction } from "./function";
import { logGroup } from "./log-group";
import { queue } from "./queue";
import type { Sender } from "./sender";
import { stateMachine } from "./state-machine";
import { stream } from "./stream";
import { topic } from "./topic";

/** Every kind of target that a rule can have here, by the API that sends to it. */
export const senders: readonly Sender[] = [
  apiDestination,
  deliveryStream,
  eventBus,
  lambdaFunction,
  logGroup,
  queue,
  stateMachine,
  stream,
  topic,
];

/** Returns how a target is sent to, by its ARN; undefined where nobody has said how. */
export function senderOf(arn: string): Sender | undefined {
  const { service, resource } = parseArn(arn);
  return senders.find((sender) => sender.service === service && resource.startsWith(sender.resource ?? ""));
}
