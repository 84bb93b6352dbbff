import * as z from "zod";
import { AT_ONCE } from "../aws/alarm-kind";
import { PAYLOAD_BYTES, STATE_MACHINE_NAME_LENGTH, TABLE_NAME_LENGTH, TTL_DAYS_MAX } from "../aws/limits";
import { arn as arnOf, physicalName } from "../aws/names";
import { perMillion, ROUNDED_BYTES } from "../aws/prices";
import { arn, text } from "../schema/text";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";
import { EVENT_WITH_RULE } from "./parts/event-with-rule";
import { itemFaults, itemWants } from "./parts/item/checks";
import { foundAttributes } from "./parts/item/found";
import { itemOf } from "./parts/item/item";
import { attributeName, itemValue } from "./parts/item/schema";
import { createWriter, writerParts } from "./parts/item/writer";

const TABLE = `[A-Za-z0-9_.-]{3,${TABLE_NAME_LENGTH}}`;
const NAME_FORM = {
  form: `1 to ${STATE_MACHINE_NAME_LENGTH} letters, digits, - or _`,
  pattern: new RegExp(`^[A-Za-z0-9_-]{1,${STATE_MACHINE_NAME_LENGTH}}$`),
};

export const dynamodb = defineDestination({
  type: "dynamodb",
  summary: "DynamoDB: each event writes one item of a table, without code",
  schema: z.strictObject({
    type: z.literal("dynamodb"),
    ...destinationKeys,
    arn: arn(
      "dynamodb",
      `table/${TABLE}`,
      "a table's ARN such as arn:aws:dynamodb:us-east-1:123456789012:table/presence",
    )
      .optional()
      .meta({
        description:
          "A table that exists; the workflow that writes, and roles, are made. Its keys are text, named by key_name and sort_key_name.",
        example: "arn:aws:dynamodb:us-east-1:123456789012:table/presence",
        absent: "a table is created",
      }),
    table_name: text(`3 to ${TABLE_NAME_LENGTH} letters, digits, . - or _`, new RegExp(`^${TABLE}$`))
      .optional()
      .meta({
        description: "Name of the table. Another name is another table: the old one is destroyed with what it holds.",
        example: "presence",
        absent: "<environment>-<name>",
      }),
    key: itemValue.meta({
      description:
        "Partition key: a path into the event, or topic[n], a part of detail.topicName between its dots, counted from 0. An event without it is a dead letter.",
      example: "topic[2]",
    }),
    key_name: attributeName.default("pk").meta({
      description: "Name of the partition key in the table. Another name replaces the table that is created.",
      example: "userId",
    }),
    sort_key: itemValue.optional().meta({
      description:
        "Sort key, so that each event is an item of its own: a history. An event without it is a dead letter. A table has one or none for ever: with it, or without, the created table is replaced.",
      example: "detail.timestamp",
      absent: "one item a key",
    }),
    sort_key_name: attributeName.default("sk").meta({
      description: "Name of the sort key in the table. Another name replaces the table that is created.",
      example: "at",
    }),
    latest_by: itemValue.optional().meta({
      description:
        "A time or number of the event: an item is overwritten by a newer event only, or one as new. It is kept as latest_by, in milliseconds for a time.",
      example: "detail.timestamp",
      absent: "the event's time, in whole seconds; nothing where there is a sort_key",
    }),
    attributes: z
      .record(attributeName, itemValue)
      .optional()
      .meta({
        description:
          "Attributes by their names, each a path into the event or topic[n]. What an event has not is left out; a list or an object is kept as JSON text.",
        example: { presence: "detail.eventBody.presenceDefinition.systemPresence" },
        absent: "the whole event as JSON text, in event",
      }),
    expire_after_days: z.int().min(1).max(TTL_DAYS_MAX).optional().meta({
      description:
        "Items of the created table are deleted so many days after their event, by expires_at; DynamoDB may take two days more.",
      example: 90,
      absent: "items are kept",
    }),
    protect: z.boolean().default(false).meta({
      description: "The created table cannot be deleted, by a plan or otherwise.",
      example: true,
    }),
  }),
  example: {
    type: "dynamodb",
    key: "topic[2]",
    latest_by: "detail.timestamp",
    attributes: { presence: "detail.eventBody.presenceDefinition.systemPresence" },
  },
  within: "account",
  options: [],
  input: "own",
  payloadBytes: PAYLOAD_BYTES.step_functions,
  notes: {
    encryption: "DynamoDB's own key and Step Functions' own, or kms_key_arn for both",
    limits: "256 KiB an event, 400 KB an item; an Express workflow may run twice, which writes the same item again",
    repeat: "the same item is written again: with sort_key or latest_by nothing changes",
    failure:
      "dead-letter queue: from EventBridge where the workflow cannot be started, from the workflow where the item cannot be written (ERROR_CODE is DynamoDB's, or INCOMPLETE_ITEM)",
    arrival: "an item of the table; the shape is that of the item as the document client has it",
  },
  monitored: {
    dimensions: (arn) => ({ StateMachineArn: arn }),
    alarms: [
      {
        ...AT_ONCE,
        kind: "unwritten-items",
        subject: "destination",
        when: "an item could not be written",
        metric: { namespace: "AWS/States", name: "ExecutionsFailed", statistic: "Sum" },
        advice:
          "Likeliest: an event without a value for the key, a table of other keys, or a permission that is gone. Look first at the dead-letter queue: ERROR_CODE and ERROR_MESSAGE say why, and the event is there.",
      },
      {
        ...AT_ONCE,
        kind: "unfinished-items",
        subject: "destination",
        when: "a workflow ended at its five minutes",
        metric: { namespace: "AWS/States", name: "ExecutionsTimedOut", statistic: "Sum" },
        advice:
          "Likeliest: neither DynamoDB nor SQS answered. Its event is written nowhere: look first at the health of both services, and send the hour again from an archive.",
      },
    ],
    count: { namespace: "AWS/States", name: "ExecutionsStarted", statistic: "Sum" },
    usage: [
      {
        metric: { namespace: "AWS/States", name: "ExecutionsStarted", statistic: "Sum" },
        label: "items",
        price: perMillion.express_execution + perMillion.table_write,
        parts: [
          { price: perMillion.express_execution },
          { price: perMillion.table_write, step_bytes: ROUNDED_BYTES.table_write },
        ],
      },
    ],
  },
  check: itemFaults,
  custody: ({ expire_after_days }, { kms_key_arn }) => ({
    readers: "identities of this account that may read the table (dynamodb:GetItem, Query or Scan)",
    retention:
      expire_after_days === undefined
        ? "for ever, or until a newer event of the key"
        : `${expire_after_days} days after the event, or until a newer event of the key; 35 days more in point-in-time recovery`,
    ...(expire_after_days === undefined && { forEver: true }),
    encryption: kms_key_arn ?? "DynamoDB's own key (AES-256)",
  }),
  keyUse: () => ({ via: ["dynamodb", "sqs", "states"] }),
  permission: () => ({ kind: "role", actions: ["states:StartExecution"] }),
  creation: {
    always: true,
    keys: ["table_name", "expire_after_days", "protect"],
    nameKey: "destination's name",
    nameForm: NAME_FORM,
    name: (_, environment, name) => physicalName(environment, name).replaceAll(".", "_"),
    arn: (place, name) => arnOf(place, "states", `stateMachine:${name}`),
    makes: writerParts,
    create: createWriter,
  },
  transformer: () => EVENT_WITH_RULE,
  wants: itemWants,
  writes: (keys, event) => itemOf(keys, event),
  finds: foundAttributes,
});
