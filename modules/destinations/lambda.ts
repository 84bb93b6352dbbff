import * as z from "zod";
import { PAYLOAD_BYTES } from "../../config/limits";
import { arn } from "../../config/schema/text";
import { defineDestination } from "./destination-type";

export const lambda = defineDestination({
  type: "lambda",
  summary: "Lambda function: each event invokes it",
  schema: z.strictObject({
    type: z.literal("lambda"),
    arn: arn(
      "lambda",
      "function:[A-Za-z0-9_-]{1,64}(?::[A-Za-z0-9$_-]{1,128})?",
      "a function's ARN such as arn:aws:lambda:us-east-1:123456789012:function:audit, or of an alias or version of it",
    ).meta({
      description: "The function, with its alias or version where that is meant; the permission to invoke it is added.",
      example: "arn:aws:lambda:us-east-1:123456789012:function:audit:live",
    }),
  }),
  example: { type: "lambda", arn: "arn:aws:lambda:us-east-1:123456789012:function:audit:live" },
  within: "account",
  options: [],
  input: "json",
  payloadBytes: PAYLOAD_BYTES.lambda,
  notes: {
    encryption: "the function's own",
    limits:
      "1 MB an event; the retries here cover the hand-over only, Lambda tries a failing function twice more itself",
    failure:
      "dead-letter queue with NO_PERMISSIONS; errors of the function go to its own failure destination, not here",
  },
  permission: () => ({ kind: "function-permission" }),
});
