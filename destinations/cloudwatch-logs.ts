import * as z from "zod";
import { parseArn } from "../aws/arn";
import { defaults } from "../aws/defaults";
import { LOG_GROUP_LENGTH, LOG_RETENTION_DAYS, PAYLOAD_BYTES } from "../aws/limits";
import { logGroupName } from "../aws/log-groups";
import { arn as arnOf } from "../aws/names";
import { perMillion } from "../aws/prices";
import { arn, text } from "../schema/text";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";

const GROUP = `(?!aws/)[A-Za-z0-9_./#-]{1,${LOG_GROUP_LENGTH}}`;
const GROUP_FORM = {
  form: `1 to ${LOG_GROUP_LENGTH} letters, digits or _ . / # - that do not begin with aws/`,
  pattern: new RegExp(`^${GROUP}$`),
};

export const cloudwatchLogs = defineDestination({
  type: "cloudwatch_logs",
  summary: "CloudWatch Logs: each event is a log event, readable in the console",
  schema: z.strictObject({
    type: z.literal("cloudwatch_logs"),
    ...destinationKeys,
    arn: arn(
      "logs",
      `log-group:${GROUP}(?::\\*)?`,
      "a log group's ARN such as arn:aws:logs:us-east-1:123456789012:log-group:/audit",
    )
      .overwrite((value) => value.replace(/:\*$/, ""))
      .optional()
      .meta({
        description: "A log group that exists; only the permission to write to it is added.",
        example: "arn:aws:logs:us-east-1:123456789012:log-group:/audit",
        absent: "a log group is created",
      }),
    log_group: text(GROUP_FORM.form, GROUP_FORM.pattern).optional().meta({
      description:
        "Name of the log group. Another name is another log group: the old one is destroyed with what it holds.",
      example: "/aws/events/genesyscloud_audit_log_events",
      absent: "/aws/events/<environment>/<name>",
    }),
    retention_days: z
      .literal(LOG_RETENTION_DAYS)
      .default(defaults.log_retention_days)
      .meta({ description: "How long log events are kept, in days.", example: 365 }),
    log_class: z.enum(["STANDARD", "INFREQUENT_ACCESS"]).default("STANDARD").meta({
      description:
        "Class of the log group; INFREQUENT_ACCESS costs half and cannot be watched live. AWS cannot change it later.",
      example: "INFREQUENT_ACCESS",
    }),
  }),
  example: { type: "cloudwatch_logs", log_group: "/aws/events/genesyscloud_audit_log_events", retention_days: 365 },
  within: "account",
  options: [],
  input: "log-event",
  payloadBytes: PAYLOAD_BYTES.cloudwatch_logs,
  notes: {
    encryption: "CloudWatch Logs' own, or kms_key_arn",
    limits:
      "1 MB an event; retention from a fixed list of days; ten resource policies an account and region, of which a stack uses one",
    failure:
      "without the resource policy EventBridge drops events silently, or puts them into the dead-letter queue with NO_PERMISSIONS",
    repeat: "one more log event of the same id",
    arrival: "the text of a log event: all that is sent, or its `message` where that is sent beside a `timestamp`",
  },
  monitored: {
    dimensions: (arn) => ({ LogGroupName: parseArn(arn).segments[1] ?? "" }),
    alarms: [],
    count: { namespace: "AWS/Logs", name: "IncomingLogEvents", statistic: "Sum" },
    bytes: { namespace: "AWS/Logs", name: "IncomingBytes", statistic: "Sum" },
    usage: [
      {
        metric: { namespace: "AWS/Logs", name: "IncomingBytes", statistic: "Sum" },
        label: "taken in",
        price: perMillion.cloudwatch_logs_byte,
      },
    ],
  },
  custody: ({ retention_days }, { kms_key_arn }) => ({
    readers:
      "identities of this account that may read its log groups (logs:GetLogEvents, logs:FilterLogEvents, logs:StartQuery)",
    retention: `${retention_days} days`,
    encryption: kms_key_arn ?? "AES-256 with a key of CloudWatch Logs",
  }),
  keyUse: (_, arn) => ({ logGroups: [arn] }),
  permission: () => ({ kind: "log-policy" }),
  creation: {
    keys: ["log_group", "retention_days", "log_class"],
    nameKey: "log_group",
    nameForm: GROUP_FORM,
    name: (keys, environment, name) => keys.log_group ?? logGroupName(environment, name),
    arn: (place, name) => arnOf(place, "logs", `log-group:${name}`),
    makes: () => [{ type: "aws_cloudwatch_log_group" }],
    create: ({ scope, bindings, id, place, name, tags, keys }) => ({
      ready: [
        new bindings.CloudwatchLogGroup(scope, id(bindings.CloudwatchLogGroup), {
          name,
          retentionInDays: keys.retention_days,
          tags,
          // Only where it is another than AWS's own, since writing it down would replace a group that has none.
          ...(keys.log_class !== "STANDARD" && { logGroupClass: keys.log_class }),
          ...(place.kms_key_arn && { kmsKeyId: place.kms_key_arn }),
        }),
      ],
    }),
  },
});
