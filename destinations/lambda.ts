import * as z from "zod";
import { AT_ONCE } from "../aws/alarm-kind";
import { parseArn } from "../aws/arn";
import { PAYLOAD_BYTES } from "../aws/limits";
import { perMillion } from "../aws/prices";
import { arn } from "../schema/text";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";

export const lambda = defineDestination({
  type: "lambda",
  summary: "Lambda function: each event invokes it",
  schema: z.strictObject({
    type: z.literal("lambda"),
    ...destinationKeys,
    arn: arn(
      "lambda",
      // AddPermission of the API refuses $LATEST, which is what the function's own ARN means.
      "function:[A-Za-z0-9_-]{1,64}(?::[A-Za-z0-9_-]{1,128})?",
      "a function's ARN such as arn:aws:lambda:us-east-1:123456789012:function:audit, or of an alias or version of it, but not of $LATEST, which is the function's own",
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
    repeat: "the function runs again, and must know the id",
    arrival: "the event that the function is called with",
  },
  monitored: {
    // Of the function as a whole, whoever invokes it.
    dimensions: (arn) => ({ FunctionName: parseArn(arn).segments[1] ?? "" }),
    alarms: [
      {
        ...AT_ONCE,
        kind: "function-errors",
        subject: "destination",
        when: "the function failed on an invocation, of whatever caller",
        metric: { namespace: "AWS/Lambda", name: "Errors", statistic: "Sum" },
        advice:
          "Likeliest: an exception or a timeout in the function's code. Look first at its log group. Lambda tries an event twice more; then it is lost unless the function has a failure destination of its own.",
      },
      {
        ...AT_ONCE,
        kind: "refused-invocations",
        subject: "destination",
        when: "Lambda refused an invocation of the function, of whatever caller",
        metric: { namespace: "AWS/Lambda", name: "Throttles", statistic: "Sum" },
        advice:
          "Likeliest: the function's reserved concurrency or the account's is used up. Look first at ConcurrentExecutions. Lambda keeps trying for up to 6 hours.",
      },
    ],
    count: { namespace: "AWS/Lambda", name: "Invocations", statistic: "Sum" },
    usage: [
      {
        metric: { namespace: "AWS/Lambda", name: "Invocations", statistic: "Sum" },
        label: "invocations",
        price: perMillion.lambda_request,
      },
    ],
  },
  custody: () => ({
    readers: "the function, and whoever it passes events to",
    retention: "none of its own, but for what the function writes down",
    encryption: "the function's own",
  }),
  permission: () => ({ kind: "function-permission" }),
});
