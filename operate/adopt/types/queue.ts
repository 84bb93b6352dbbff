import { arn } from "../../../aws/names";
import { type Adoptable, orNothing, textOf } from "../adoptable";
import { policyLoss } from "../policy-loss";

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
