import { parseArn } from "../../aws/arn";
import { arn as arnOf, deadLetterQueueName } from "../../aws/names";
import { type Statement, viaService } from "../../aws/policy";
import type { Environment } from "../../config/model";
import { deliveryArn } from "../../destinations/parts/creation";
import { busOf } from "../buses";
import { senderOf } from "./senders";
import { allow, type Sender } from "./senders/sender";

/** Returns what `redrive` must be allowed: the dead-letter queue, and what sends to each target whose events can come there. */
export function redrivePolicy(environment: Environment): readonly Statement[] {
  const queue = arnOf(environment, "sqs", deadLetterQueueName(environment.name));
  const { kms_key_arn: key } = environment;
  const sent = Object.entries(environment.destinations).flatMap(([name, destination]) => {
    const arn = deliveryArn(environment, name, destination) ?? "";
    const sender = senderOf(arn);
    return sender === undefined || !isSentTo(environment, name, sender)
      ? []
      : [{ arn, sender, own: destination.arn === undefined }];
  });
  const statements = sent.flatMap(({ arn, sender }) => sender.statements(arn));
  return [allow(RECEIVING, queue), ...statements, ...(key === undefined ? [] : keyUse(environment, key, sent))];
}

/** Tells whether any event that was on its way to a destination could be sent there, by the source of the rules that deliver there. */
function isSentTo(environment: Environment, destination: string, { refusal }: Sender): boolean {
  return Object.values(environment.rules).some(({ stream, targets }) => {
    const keys = environment.streams[stream];
    if (keys === undefined) return false;
    const { source } = busOf(environment, stream, keys);
    const delivers = targets.some((target) => target.dead_letter && target.destination === destination);
    return delivers && refusal?.({ source, "detail-type": "" }) === undefined;
  });
}

const RECEIVING = [
  "sqs:ChangeMessageVisibility",
  "sqs:DeleteMessage",
  "sqs:GetQueueAttributes",
  "sqs:GetQueueUrl",
  "sqs:ReceiveMessage",
];

/** Whoever receives from what is encrypted with a key of one's own, or sends to it, uses the key through the service. */
function keyUse(
  environment: Environment,
  key: string,
  sent: readonly { readonly sender: Sender; readonly own: boolean }[],
): Statement[] {
  const { service: receiving } = parseArn(arnOf(environment, "sqs", ""));
  const encrypting = sent.filter(({ sender, own }) => own && sender.encrypts).map(({ sender }) => sender.service);
  return [
    { ...allow("kms:Decrypt", key), Condition: viaService(environment, ...new Set([receiving, ...encrypting])) },
    ...(encrypting.length === 0
      ? []
      : [{ ...allow("kms:GenerateDataKey", key), Condition: viaService(environment, ...new Set(encrypting)) }]),
  ];
}
