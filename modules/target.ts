import type { TerraformStack } from "cdktf";
import { targetName } from "../aws/names";
import type { TargetConfig } from "../aws/terraform";
import type { Target } from "../config/model";
import { inputFor } from "../config/target-input";
import type { Transformer } from "../input/transformer";
import { targetId } from "../schema/identity";
import { address } from "./address";
import { type CloudwatchEventRule, CloudwatchEventTarget } from "./bindings";
import type { DeadLetterQueue } from "./dead-letter-queue";
import type { Receiver } from "./destination";

/** The rule of a target, as far as the target needs it. */
export interface TargetRule {
  readonly name: string;
  /** The topics of its events, as far as the file says. */
  readonly topics: readonly string[] | undefined;
}

/** Makes a rule's target. Everything that any delivery needs is applied here and nowhere else. */
export function createTarget(
  stack: TerraformStack,
  rule: CloudwatchEventRule,
  { name: ruleName, topics }: TargetRule,
  target: Target,
  receiver: Receiver,
  deadLetters: DeadLetterQueue,
): void {
  new CloudwatchEventTarget(stack, address(CloudwatchEventTarget, targetName(ruleName, receiver.key)), {
    rule: rule.name,
    eventBusName: rule.eventBusName,
    targetId: targetId(target.destination, receiver.keys, target),
    arn: receiver.arn,
    // Both are set: where one is set alone, the provider sends 0 for the other, which means no retry at all.
    retryPolicy: {
      maximumEventAgeInSeconds: target.max_event_age_seconds,
      maximumRetryAttempts: target.retry_attempts,
    },
    ...(receiver.roleArn !== undefined && { roleArn: receiver.roleArn }),
    ...(target.dead_letter && { deadLetterConfig: { arn: deadLetters.arn } }),
    ...inputOf(target, receiver, topics),
    ...receiver.type.parameters?.(receiver.keys, target),
    // A missing permission is not tried again: it must be there before the target is.
    dependsOn: target.dead_letter ? [...receiver.ready, deadLetters.queue] : [...receiver.ready],
  });
}

function inputOf(target: Target, { keys }: Receiver, topics: TargetRule["topics"]): Partial<TargetConfig> {
  const input = inputFor(keys, target, topics);
  switch (input.kind) {
    case "event":
      return {};
    case "constant":
      return { input: input.input };
    case "path":
      return { inputPath: input.path };
    case "transformer":
      return transformed(input.transformer);
    default:
      return input satisfies never;
  }
}

function transformed({ input_paths, input_template }: Transformer): Partial<TargetConfig> {
  return { inputTransformer: { inputPaths: { ...input_paths }, inputTemplate: input_template } };
}
