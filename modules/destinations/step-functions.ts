import * as z from "zod";
import { arn } from "../../config/schema/text";
import { defineDestination } from "./destination-type";

export const stepFunctions = defineDestination({
  type: "step_functions",
  summary: "Step Functions: each event starts an execution",
  schema: z.strictObject({
    type: z.literal("step_functions"),
    arn: arn(
      "states",
      "stateMachine:[^\\s:]{1,80}(?::[^\\s:]{1,80})?",
      "a state machine's ARN such as arn:aws:states:us-east-1:123456789012:stateMachine:audit",
    ).meta({
      description: "The state machine; a role that may start it is added.",
      example: "arn:aws:states:us-east-1:123456789012:stateMachine:audit",
    }),
  }),
  example: { type: "step_functions", arn: "arn:aws:states:us-east-1:123456789012:stateMachine:audit" },
  within: "account",
  options: [],
  input: "json",
  notes: {
    encryption: "the state machine's own",
    limits: "256 KiB of input; executions start asynchronously",
    failure: "dead-letter queue with NO_PERMISSIONS or NO_RESOURCE; an execution that fails later is not seen here",
  },
  permission: () => ({ kind: "role", actions: ["states:StartExecution"] }),
});
