import { setTimeout } from "node:timers/promises";
import type { Aws } from "../aws/aws";
import { isAwsError } from "../aws/aws-problem";
import { TARGET_ID } from "./plan";
import type { Remains } from "./remains";

/** AWS may still see the target for a moment after it is gone. */
const TRIES = 5;

/** Takes away the rules of a run, each after its target; what is not there is as good as gone. */
export async function removeRules(aws: Aws, { run: { name }, buses }: Remains): Promise<void> {
  const { EventBridgeClient, RemoveTargetsCommand, DeleteRuleCommand } = await import("@aws-sdk/client-eventbridge");
  const client = aws.client(EventBridgeClient);
  for (const EventBusName of buses) {
    await unlessGone(client.send(new RemoveTargetsCommand({ Rule: name, EventBusName, Ids: [TARGET_ID] })));
    await again(() => unlessGone(client.send(new DeleteRuleCommand({ Name: name, EventBusName }))));
  }
}

/** Takes away the queue of a run, after its rules: a rule whose queue is gone would fail for every event. */
export async function removeQueue(aws: Aws, { queueUrl }: Remains): Promise<void> {
  if (queueUrl === undefined) return;
  const { SQSClient, DeleteQueueCommand } = await import("@aws-sdk/client-sqs");
  await unlessGone(aws.client(SQSClient).send(new DeleteQueueCommand({ QueueUrl: queueUrl })));
}

/** Takes away all of a run. */
export async function remove(aws: Aws, remains: Remains): Promise<void> {
  await removeRules(aws, remains);
  await removeQueue(aws, remains);
}

async function unlessGone(done: Promise<unknown>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!isAwsError(error, "ResourceNotFoundException", "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"))
      throw error;
  }
}

async function again(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const passing = isAwsError(error, "ConcurrentModificationException", "ValidationException");
      if (!passing || tries === TRIES) throw error;
      await setTimeout(tries * 500);
    }
  }
}
