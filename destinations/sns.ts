import * as z from "zod";
import { AT_ONCE } from "../aws/alarm-kind";
import { parseArn } from "../aws/arn";
import { PAYLOAD_BYTES, TOPIC_NAME_LENGTH } from "../aws/limits";
import { arn as arnOf, physicalName } from "../aws/names";
import { PIECE_BYTES, perMillion } from "../aws/prices";
import { arn, text } from "../schema/text";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";

// SNS API reference, Publish: a FIFO topic takes no message without MessageGroupId, and a target of a rule has nowhere to say one
// (EventBridge API reference, Target, 2026-11).
const NO_FIFO = "a rule cannot deliver to a FIFO topic; where the order matters, take type sqs with fifo = true";
const TOPIC_FORM = {
  form: `1 to ${TOPIC_NAME_LENGTH} letters, digits, - or _, and no .fifo: ${NO_FIFO}`,
  pattern: new RegExp(`^[A-Za-z0-9_-]{1,${TOPIC_NAME_LENGTH}}$`),
};

export const sns = defineDestination({
  type: "sns",
  summary: "SNS topic: each event goes to all subscribers",
  schema: z.strictObject({
    type: z.literal("sns"),
    ...destinationKeys,
    arn: arn(
      "sns",
      "[A-Za-z0-9_-]{1,256}",
      `the ARN of a standard topic such as arn:aws:sns:us-east-1:123456789012:alerts: ${NO_FIFO}`,
    )
      .optional()
      .meta({
        description: "A topic that exists; only a role that may publish to it is added, its own policy stays as it is.",
        example: "arn:aws:sns:us-east-1:123456789012:alerts",
        absent: "a topic is created",
      }),
    topic_name: text(TOPIC_FORM.form, TOPIC_FORM.pattern).optional().meta({
      description: "Name of the topic. Another name is another topic: the old one is destroyed with its subscriptions.",
      example: "alerts",
      absent: "<environment>-<name>",
    }),
  }),
  refused: { fifo: `is no key here, leave it out: ${NO_FIFO}` },
  example: { type: "sns" },
  within: "region",
  options: [],
  input: "json",
  payloadBytes: PAYLOAD_BYTES.sns,
  notes: {
    encryption: "kms_key_arn; without it, no KMS key, since AWS's managed one cannot let EventBridge in",
    limits: "256 KB a message; standard topics only",
    failure:
      "a condition in the topic's policy, or in its key's, drops events silently; otherwise the dead-letter queue with NO_PERMISSIONS",
    repeat: "one more message to each subscriber; who gets it must know the id",
    arrival: "the Message of a notification, as text; with raw message delivery, all of it",
  },
  monitored: {
    dimensions: (arn) => ({ TopicName: parseArn(arn).resource }),
    alarms: [
      {
        ...AT_ONCE,
        kind: "undelivered-notifications",
        subject: "destination",
        when: "SNS gave up delivering to a subscriber of the topic",
        metric: { namespace: "AWS/SNS", name: "NumberOfNotificationsFailed", statistic: "Sum" },
        advice:
          "Likeliest: a subscriber is gone, answers with errors, or its policy does not let the topic in. Look first at the topic's subscriptions, and switch on delivery status logging to see which. It is lost to that subscriber unless the subscription has a dead-letter queue.",
      },
    ],
    count: { namespace: "AWS/SNS", name: "NumberOfMessagesPublished", statistic: "Sum" },
    bytes: { namespace: "AWS/SNS", name: "PublishSize", statistic: "Sum" },
    usage: [
      {
        metric: { namespace: "AWS/SNS", name: "NumberOfMessagesPublished", statistic: "Sum" },
        label: "published",
        price: perMillion.sns_request,
        step_bytes: PIECE_BYTES,
      },
    ],
  },
  custody: (_, { kms_key_arn }) => ({
    readers: "every subscriber of the topic; this file does not list them",
    retention: "none of its own: events pass through to the subscribers",
    encryption: kms_key_arn ?? "none at rest",
  }),
  keyUse: () => ({ withoutSource: true }),
  permission: ({ arn }) =>
    arn === undefined
      ? // SNS knows no condition that EventBridge fulfils: one that narrows it to the rules would keep every event out.
        { kind: "resource-policy", action: "sns:Publish", fromRules: false }
      : { kind: "role", actions: ["sns:Publish"] },
  creation: {
    keys: ["topic_name"],
    nameKey: "topic_name",
    nameForm: TOPIC_FORM,
    name: (keys, environment, name) => keys.topic_name ?? physicalName(environment, name),
    arn: (place, name) => arnOf(place, "sns", name),
    makes: () => [{ type: "aws_sns_topic" }],
    create: ({ scope, bindings, id, place, name, tags, policy }) => ({
      ready: [
        new bindings.SnsTopic(scope, id(bindings.SnsTopic), {
          name,
          policy,
          tags,
          ...(place.kms_key_arn && { kmsMasterKeyId: place.kms_key_arn }),
        }),
      ],
    }),
  },
});
