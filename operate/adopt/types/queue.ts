import { arn } from "../../../aws/names";
import { EVENTS_SERVICE } from "../../../aws/policy";
import { type Adoptable, orNothing, textOf } from "../adoptable";
import { policyLoss } from "../policy-loss";

const SECONDS_A_DAY = 86_400;

export const queue: Adoptable = {
  type: "aws_sqs_queue",
  fixed: ["fifo_queue"],
  async find({ name, visibility_timeout_seconds }, { aws }) {
    const { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } = await import("@aws-sdk/client-sqs");
    const client = aws.client(SQSClient);
    const missing = ["QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"];
    const asked = client.send(new GetQueueUrlCommand({ QueueName: textOf(name) }));
    const url = (await orNothing(asked, ...missing))?.QueueUrl;
    if (url === undefined) return undefined;
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["All"] }),
    );
    return {
      name,
      url,
      fifo_queue: Attributes.FifoQueue === "true" ? true : null,
      content_based_deduplication: Attributes.ContentBasedDeduplication === "true" ? true : null,
      message_retention_seconds: Number(Attributes.MessageRetentionPeriod),
      // Left out where the stack leaves it at AWS's default.
      ...((visibility_timeout_seconds !== undefined || Attributes.VisibilityTimeout !== "30") && {
        visibility_timeout_seconds: Number(Attributes.VisibilityTimeout),
      }),
      kms_master_key_id: Attributes.KmsMasterKeyId ?? null,
      sqs_managed_sse_enabled: Attributes.SqsManagedSseEnabled === "true" ? true : null,
      policy: Attributes.Policy ?? null,
      redrive_policy: Attributes.RedrivePolicy ?? null,
    };
  },
  keys({ policy, kms_master_key_id, redrive_policy, message_retention_seconds, ...found }) {
    if (policyLoss(policy, null, EVENTS_SERVICE) !== undefined) return "its policy lets in others than EventBridge";
    if (kms_master_key_id !== null) return "it has a KMS key of its own";
    if (redrive_policy !== null) return "it has a dead-letter queue of its own";
    const days = Number(message_retention_seconds) / SECONDS_A_DAY;
    if (!Number.isInteger(days)) return "it keeps messages for a time that is no whole number of days";
    const { visibility_timeout_seconds: timeout, fifo_queue } = found;
    return {
      retention_days: days,
      ...(timeout !== undefined && { visibility_timeout_seconds: timeout }),
      ...(fifo_queue === true && { fifo: true }),
    };
  },
  reads: ({ name }, place) => [
    { actions: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"], resources: [arn(place, "sqs", textOf(name))] },
  ],
  loses: (attribute, now, wanted) => {
    if (attribute === "policy") return policyLoss(now, wanted);
    return attribute === "message_retention_seconds" && Number(now) > Number(wanted)
      ? `messages that are older than ${Number(wanted)} seconds are deleted`
      : undefined;
  },
};
