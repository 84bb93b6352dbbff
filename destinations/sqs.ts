import * as z from "zod";
import { LASTING } from "../aws/alarm-kind";
import { parseArn } from "../aws/arn";
import { PAYLOAD_BYTES, QUEUE_NAME_LENGTH, QUEUE_RETENTION_DAYS, VISIBILITY_TIMEOUT_SECONDS } from "../aws/limits";
import { arn as arnOf, fifoName, physicalName } from "../aws/names";
import { PIECE_BYTES, perMillion } from "../aws/prices";
import { arn, messageGroup, text } from "../schema/text";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";
import { queueFaults } from "./parts/queue-checks";

const SECONDS_A_DAY = 86_400;
const WAITING_SECONDS = 3600;
const QUEUE = `(?!.{${QUEUE_NAME_LENGTH + 1}})[A-Za-z0-9_-]{1,${QUEUE_NAME_LENGTH}}(?:\\.fifo)?`;
const QUEUE_FORM = {
  form: `1 to ${QUEUE_NAME_LENGTH} letters, digits, - or _, and .fifo at the end of a FIFO queue's`,
  pattern: new RegExp(`^${QUEUE}$`),
};

const MESSAGE_GROUP = {
  noun: "a message group",
  required: true,
  structure: { fate: "a message group is a text: nobody has shown what EventBridge makes of it" },
};

export const sqs = defineDestination({
  type: "sqs",
  summary: "SQS queue: each event is a message for one consumer",
  schema: z.strictObject({
    type: z.literal("sqs"),
    ...destinationKeys,
    arn: arn("sqs", QUEUE, "a queue's ARN such as arn:aws:sqs:us-east-1:123456789012:presence").optional().meta({
      description: "A queue that exists; only a role that may send to it is added, its own policy stays as it is.",
      example: "arn:aws:sqs:us-east-1:123456789012:presence",
      absent: "a queue is created",
    }),
    queue_name: text(QUEUE_FORM.form, QUEUE_FORM.pattern).optional().meta({
      description: "Name of the queue. Another name is another queue: the old one is destroyed with what it holds.",
      example: "presence",
      absent: "<environment>-<name>",
    }),
    fifo: z.boolean().default(false).meta({
      description: "Keep the order within a message group. Changing it replaces the queue.",
      example: true,
    }),
    message_group_id: messageGroup.optional().meta({
      description: "Message group of a FIFO queue: text, or a path that begins with $.",
      example: "$.detail.eventBody.conversationId",
      absent: "the rule's topic for a FIFO queue, none otherwise",
    }),
    retention_days: z.int().min(QUEUE_RETENTION_DAYS.min).max(QUEUE_RETENTION_DAYS.max).default(4).meta({
      description: "How long messages are kept, in days.",
      example: 14,
    }),
    visibility_timeout_seconds: z
      .int()
      .min(VISIBILITY_TIMEOUT_SECONDS.min)
      .max(VISIBILITY_TIMEOUT_SECONDS.max)
      .default(30)
      .meta({ description: "How long a message is hidden while a consumer works on it, in seconds.", example: 60 }),
  }),
  example: { type: "sqs", retention_days: 14 },
  within: "region",
  options: ["message_group_id"],
  input: "json",
  payloadBytes: PAYLOAD_BYTES.sqs,
  notes: {
    encryption: "SQS's own key, or kms_key_arn; never AWS's managed key, which cannot let EventBridge in",
    limits: "1 MiB a message, 14 days; a FIFO queue drops repeats of the same content within 5 minutes",
    failure: "dead-letter queue with NO_PERMISSIONS or NO_RESOURCE",
    repeat:
      "one more message, which consumers must know by its id; a FIFO queue drops it only within 5 minutes and where it is the same to the letter",
    arrival: "the body of a message, as text",
  },
  monitored: {
    dimensions: (arn) => ({ QueueName: parseArn(arn).resource }),
    alarms: [
      {
        ...LASTING,
        kind: "unread-messages",
        subject: "destination",
        when: `a message has been waiting for more than ${WAITING_SECONDS / 3600} hour`,
        metric: { namespace: "AWS/SQS", name: "ApproximateAgeOfOldestMessage", statistic: "Maximum" },
        threshold: WAITING_SECONDS,
        advice:
          "Likeliest: nobody reads the queue, the consumer is too slow, or it fails on a message and never deletes it. Look first at NumberOfMessagesReceived and NumberOfMessagesDeleted. After retention_days messages are lost.",
      },
    ],
    count: { namespace: "AWS/SQS", name: "NumberOfMessagesSent", statistic: "Sum" },
    bytes: { namespace: "AWS/SQS", name: "SentMessageSize", statistic: "Sum" },
    usage: [
      {
        metric: { namespace: "AWS/SQS", name: "NumberOfMessagesSent", statistic: "Sum" },
        label: "messages",
        price: perMillion.sqs_message,
        step_bytes: PIECE_BYTES,
      },
    ],
  },
  check: queueFaults,
  custody: ({ retention_days }, { kms_key_arn }) => ({
    readers: "identities of this account that may receive from the queue (sqs:ReceiveMessage)",
    retention: `${retention_days} days, or until a consumer deletes the message`,
    encryption: kms_key_arn ?? "SSE-SQS (AES-256 with a key of SQS)",
  }),
  // The policy of somebody else's queue must not be overwritten; a role delivers there without one.
  permission: ({ arn }) =>
    arn === undefined
      ? { kind: "resource-policy", action: "sqs:SendMessage", fromRules: true }
      : { kind: "role", actions: ["sqs:SendMessage"] },
  creation: {
    keys: ["queue_name", "fifo", "retention_days", "visibility_timeout_seconds"],
    nameKey: "queue_name",
    nameForm: QUEUE_FORM,
    name: (keys, environment, name) => fifoName(keys.queue_name ?? physicalName(environment, name), keys.fifo),
    arn: (place, name) => arnOf(place, "sqs", name),
    makes: () => [{ type: "aws_sqs_queue" }],
    create: ({ scope, bindings, id, place, name, tags, keys, policy }) => ({
      ready: [
        new bindings.SqsQueue(scope, id(bindings.SqsQueue), {
          name,
          messageRetentionSeconds: keys.retention_days * SECONDS_A_DAY,
          visibilityTimeoutSeconds: keys.visibility_timeout_seconds,
          policy,
          tags,
          // Without it, nothing that EventBridge sends arrives in a FIFO queue.
          ...(keys.fifo && { fifoQueue: true, contentBasedDeduplication: true }),
          ...(place.kms_key_arn ? { kmsMasterKeyId: place.kms_key_arn } : { sqsManagedSseEnabled: true }),
        }),
      ],
    }),
  },
  wants: ({ message_group_id: path }) =>
    path?.startsWith("$") ? [{ key: ["message_group_id"], path, use: MESSAGE_GROUP }] : [],
  parameters: (keys, options) => {
    const fifo = keys.fifo || keys.arn?.endsWith(".fifo");
    const group = options.message_group_id ?? keys.message_group_id ?? (fifo ? "$.detail-type" : undefined);
    return group === undefined ? {} : { sqsTarget: { messageGroupId: group } };
  },
});
