import * as z from "zod";
import { defaults } from "../../aws/defaults";
import {
  EVENT_AGE_SECONDS,
  RETRY_ATTEMPTS,
  RULE_DESCRIPTION_LENGTH,
  RULE_NAME_LENGTH,
  TARGET_ID_LENGTH,
  TRANSFORMER_PATHS,
} from "../../aws/limits";
import { headerName, headerValue, parameter, pathParameter } from "../../schema/http";
import { jsonValues } from "../../schema/json-value";
import { patternSchema } from "../../schema/pattern";
import { renamedFrom } from "../../schema/renamed";
import { AWS_IN_ANY_CASE, eventPath, messageGroup, name as nameText, text, topic } from "../../schema/text";

export const targetSchema = z.strictObject({
  target_id: text(
    `1 to ${TARGET_ID_LENGTH} letters, digits, . - or _`,
    new RegExp(`^[A-Za-z0-9._-]{1,${TARGET_ID_LENGTH}}$`),
  )
    .optional()
    .meta({
      description:
        "Id of the target in its rule, where it exists already under another. Another id is another target, which is made in its place.",
      example: "Id6f1c2a90-9a1e-4f0e-8a55-0d6f6c1f4a11",
      absent: "the destination's name",
    }),
  fields: z
    .array(eventPath)
    .min(1)
    .max(TRANSFORMER_PATHS)
    .optional()
    .meta({
      description: "Paths of the event to keep; everything else is left out, and the event's structure stays.",
      example: ["detail-type", "detail.eventBody.id"],
      absent: "the whole event",
    }),
  input_path: eventPath.optional().meta({
    description: "Send only this part of the event.",
    example: "detail.eventBody",
    absent: "the whole event",
  }),
  template: z
    .union([z.string().min(1), z.record(z.string(), z.unknown())])
    .register(jsonValues, { use: "sent" })
    .optional()
    .meta({
      description:
        "What to send instead of the event, as a map or as text, with <name> where a variable's value belongs. A value that is nothing but <name> keeps its type.",
      example: { text: "Client <client> deleted", id: "<id>" },
      absent: "the whole event",
    }),
  variables: z
    .record(
      text(
        "1 to 256 letters, digits, - or _ that do not begin with AWS",
        new RegExp(`^(?!${AWS_IN_ANY_CASE})[A-Za-z0-9_-]{1,256}$`),
      ),
      eventPath,
    )
    .optional()
    .meta({
      description: "The variables of the template: a path into the event each.",
      example: { client: "detail.eventBody.entity.name", id: "detail.eventBody.id" },
      absent: "a template may use EventBridge's own, such as <aws.events.rule-name>",
    }),
  input: z
    .union([z.string().min(1), z.record(z.string(), z.unknown())])
    .register(jsonValues, { use: "sent" })
    .optional()
    .meta({
      description:
        "A constant to send instead of the event, as a map or as text. Text that is JSON goes out as that JSON.",
      example: { reload: true },
      absent: "the whole event",
    }),
  headers: z
    .record(headerName, headerValue)
    .optional()
    .meta({
      description:
        "HTTP headers of the request, beside the destination's; a value that begins with $. is a path into the event.",
      example: { "x-topic": "$.detail-type" },
      absent: "the destination's headers",
    }),
  path_parameters: z
    .array(pathParameter)
    .min(1)
    .optional()
    .meta({
      description: "What stands in the URL for each *, in order; a value that begins with $. is a path into the event.",
      example: ["$.detail.eventBody.id"],
      absent: "the destination's",
    }),
  query: z
    .record(parameter, parameter)
    .optional()
    .meta({
      description: "Query parameters of the request; a value that begins with $. is a path into the event.",
      example: { topic: "$.detail-type" },
      absent: "no parameters",
    }),
  message_group_id: messageGroup.optional().meta({
    description: "Message group of an SQS queue: text, or a path that begins with $.",
    example: "$.detail.eventBody.conversationId",
    absent: "the destination's, or else the topic for a FIFO queue",
  }),
  retry_attempts: z.int().min(RETRY_ATTEMPTS.min).max(RETRY_ATTEMPTS.max).default(defaults.retry_attempts).meta({
    description: "How often delivery is tried again after a failure that may pass.",
    example: 10,
  }),
  max_event_age_seconds: z
    .int()
    .min(EVENT_AGE_SECONDS.min)
    .max(EVENT_AGE_SECONDS.max)
    .default(defaults.max_event_age_seconds)
    .meta({
      description: "How long delivery is tried, in seconds.",
      example: 3600,
    }),
  dead_letter: z.boolean().default(true).meta({
    description: "What could not be delivered rests in the stack's dead-letter queue; without it, it is lost.",
    example: false,
  }),
  partition_key_path: eventPath.optional().meta({
    description: "Path of the value that chooses the Kinesis shard; it must be in every event that matches.",
    example: "detail.eventBody.conversationId",
    absent: "the destination's, or else the event's id",
  }),
});

export const ruleSchema = z.strictObject({
  name: nameText(RULE_NAME_LENGTH).optional().meta({
    description: "The rule's name in AWS. Another name is another rule: AWS renames none.",
    example: "capture-audit-events",
    absent: "the key, or the oldest of renamed_from",
  }),
  renamed_from: renamedFrom(RULE_NAME_LENGTH),
  stream: z
    .string()
    .meta({ description: "The stream whose events the rule sees: a key of streams.", example: "audit" }),
  topics: z
    .array(topic)
    .min(1)
    .optional()
    .meta({
      description: "Only events of these topics match.",
      example: ["v2.users.{id}.presence"],
      absent: "all topics of the stream",
    }),
  pattern: patternSchema.optional().meta({
    description:
      "EventBridge event pattern, as an object or as JSON text; an event must match it, the stream's exact source and the topics.",
    example: { detail: { eventBody: { action: ["Delete"] } } },
    absent: "nothing more is asked",
  }),
  description: z.string().max(RULE_DESCRIPTION_LENGTH).optional().meta({
    description: "Description of the rule in AWS.",
    example: "Deleted OAuth clients",
    absent: "none",
  }),
  enabled: z.boolean().default(true).meta({ description: "The rule is switched on.", example: false }),
  targets: z.union([z.array(z.string()), z.record(z.string(), targetSchema)]).meta({
    description: "Where matching events go: 1 to 5 destinations, as a list of names or as a map from name to options.",
    example: ["audit-log"],
  }),
});
