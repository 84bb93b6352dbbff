import type { TerraformStack } from "cdktf";
import { QUEUE_RETENTION_SECONDS } from "../config/limits";
import type { Environment } from "../config/model";
import { arn, deadLetterQueueName } from "../config/names";
import { address } from "./address";
import { SqsQueue } from "./bindings";
import { EVENTS_SERVICE, fromRules, policy } from "./policy";

export interface DeadLetterQueue {
  readonly arn: string;
  readonly queue: SqsQueue;
}

/**
 * Where events rest that could not be delivered, for as long as SQS keeps a message: one standard queue for the stack,
 * in the rules' region, since EventBridge takes no other. Its policy is part of it, so that it is never without one: what
 * the queue does not let in, EventBridge drops.
 */
export function createDeadLetterQueue(
  stack: TerraformStack,
  environment: Environment,
  ruleArns: readonly string[],
  tags: Record<string, string>,
): DeadLetterQueue {
  const name = deadLetterQueueName(environment.name);
  const queueArn = arn(environment, "sqs", name);
  const queue = new SqsQueue(stack, address(SqsQueue, "dead-letters"), {
    name,
    messageRetentionSeconds: QUEUE_RETENTION_SECONDS,
    // The AWS-managed key could not let EventBridge in.
    sqsManagedSseEnabled: true,
    policy: policy([
      {
        Sid: "DeadLettersOfTheRules",
        Effect: "Allow",
        Principal: { Service: EVENTS_SERVICE },
        Action: "sqs:SendMessage",
        Resource: queueArn,
        Condition: fromRules(ruleArns),
      },
      {
        Sid: "OnlyEncryptedConnections",
        Effect: "Deny",
        Principal: "*",
        Action: "sqs:*",
        Resource: queueArn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]),
    tags,
  });
  return { arn: queueArn, queue };
}
