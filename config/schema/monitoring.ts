import * as z from "zod";
import { TOPIC_NAME_LENGTH } from "../../aws/limits";
import { arnPattern, text } from "../../schema/text";

const TOPIC = arnPattern("sns", `[A-Za-z0-9_-]{1,${TOPIC_NAME_LENGTH}}`);
const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const ADDRESS = `(?![^@]{65})[A-Za-z0-9_%+-]{1,64}(?:\\.[A-Za-z0-9_%+-]{1,64}){0,8}@${LABEL}(?:\\.${LABEL}){1,4}`;

const receiver = text(
  "an SNS topic's ARN such as arn:aws:sns:us-east-1:123456789012:on-call (no FIFO topic), or an e-mail address",
  new RegExp(`^(?:${TOPIC}|${ADDRESS})$`),
);

export const monitoringSchema = z.strictObject({
  alarms: z.boolean().default(true).meta({
    description: "CloudWatch alarms for whatever keeps events from arriving; docs/reference/monitoring.md lists them.",
    example: false,
  }),
  dashboard: z.boolean().default(true).meta({
    description: "A CloudWatch dashboard: what flows, what fails, how late, and what it costs.",
    example: false,
  }),
  notify: z
    .array(receiver)
    .overwrite((receivers) => [...new Set(receivers)].sort())
    .default([])
    .meta({
      description:
        "Who is notified when an alarm fires and when it is over: SNS topics of this region, whose own policy must let CloudWatch publish, and e-mail addresses, each of which must confirm once.",
      example: ["arn:aws:sns:us-east-1:123456789012:on-call", "contact-centre@acme.example"],
    }),
});
