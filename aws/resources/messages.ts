import { anything, held, named } from "./grant";
import type { ResourceTypes } from "./resource-type";

export const messages: ResourceTypes = {
  aws_sns_topic: {
    noun: "topic",
    importId: ({ arn }) => `${arn}`,
    loss: "with its subscriptions",
    arn: ["sns", (name) => name],
    delivery: "sns",
    carries: { holder: "topic", of: "arn", policy: "policy" },
    holder: ["topic", "name"],
    encryption: { by: [{ set: "kms_master_key_id" }], none: "the topic has no key", severity: "medium" },
    tagged: true,
    deploy: [
      {
        read: ["sns:GetTopicAttributes", "sns:ListTagsForResource"],
        write: ["sns:CreateTopic", "sns:DeleteTopic", "sns:SetTopicAttributes", "sns:TagResource", "sns:UntagResource"],
        on: named("sns", ["NAME"]),
      },
    ],
  },
  aws_sns_topic_policy: {
    noun: "topic policy",
    arnOfAnother: true,
    carries: { holder: "topic", of: "arn", policy: "policy" },
  },
  aws_sns_topic_subscription: {
    noun: "subscription",
    deploy: [
      // The reference gives these no resource.
      { read: ["sns:GetSubscriptionAttributes"], write: ["sns:Unsubscribe"], on: anything },
      { write: ["sns:Subscribe"], on: held("topic_arn") },
    ],
  },
  aws_sqs_queue: {
    noun: "queue",
    importId: ({ url }) => `${url}`,
    loss: "with every message in it",
    arn: ["sqs", (name) => name],
    delivery: "sqs",
    carries: { holder: "queue", of: "arn", policy: "policy" },
    holder: ["queue", "name"],
    encryption: {
      by: [{ notFalse: "sqs_managed_sse_enabled" }, { set: "kms_master_key_id" }],
      none: "the queue is not encrypted",
    },
    retention: { attribute: "message_retention_seconds", unit: "seconds", forEver: false },
    tagged: true,
    deploy: [
      {
        read: ["sqs:GetQueueAttributes", "sqs:ListQueueTags"],
        write: ["sqs:CreateQueue", "sqs:DeleteQueue", "sqs:SetQueueAttributes", "sqs:TagQueue", "sqs:UntagQueue"],
        on: named("sqs", ["NAME"]),
      },
    ],
  },
  aws_sqs_queue_policy: {
    noun: "queue policy",
    carries: { holder: "queue", of: "queue_url", policy: "policy" },
  },
};
