import type { TerraformStack } from "cdktf";
import { QUEUE_RETENTION_SECONDS } from "../aws/limits";
import { deadLetterQueueArn, deadLetterQueueName, queueUrl } from "../aws/names";
import { fromSources, resourcePolicy } from "../aws/policy";
import type { Environment } from "../config/model";
import { address } from "./address";
import { SqsQueue } from "./bindings";
import { ruleArns, type Sender } from "./permission";

export interface DeadLetterQueue {
  readonly arn: string;
  readonly url: string;
  readonly queue: SqsQueue;
}

/**
 * Makes the queue for events that could not be delivered, for as long as SQS keeps a message: one standard queue for the stack,
 * in the rules' region, since EventBridge takes no other. Its policy is part of it, so that it is never without one: what
 * the queue does not let in, EventBridge drops.
 */
export function createDeadLetterQueue(
  stack: TerraformStack,
  environment: Environment,
  buses: readonly Sender[],
  tags: Record<string, string>,
): DeadLetterQueue {
  const name = deadLetterQueueName(environment.name);
  const queueArn = deadLetterQueueArn(environment);
  // A bus with a key of its own sends here the events that it cannot encrypt or decrypt.
  const encrypted = environment.kms_key_arn === undefined ? [] : buses.map(({ busArn }) => busArn);
  const queue = new SqsQueue(stack, address(SqsQueue, "dead-letters"), {
    name,
    messageRetentionSeconds: QUEUE_RETENTION_SECONDS,
    // Never AWS's managed key, which cannot let EventBridge in.
    ...(environment.kms_key_arn ? { kmsMasterKeyId: environment.kms_key_arn } : { sqsManagedSseEnabled: true }),
    policy: resourcePolicy(queueArn, {
      Action: "sqs:SendMessage",
      Condition: fromSources([...ruleArns(buses), ...encrypted]),
    }),
    tags,
  });
  return { arn: queueArn, url: queueUrl(environment, name), queue };
}
