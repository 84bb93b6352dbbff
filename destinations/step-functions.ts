import * as z from "zod";
import { AT_ONCE } from "../aws/alarm-kind";
import { unqualified } from "../aws/arn";
import { perMillion } from "../aws/prices";
import { arn } from "../schema/text";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";

export const stepFunctions = defineDestination({
  type: "step_functions",
  summary: "Step Functions: each event starts an execution",
  schema: z.strictObject({
    type: z.literal("step_functions"),
    ...destinationKeys,
    arn: arn(
      "states",
      // The API reference, CreateStateMachine, has what names may not hold; CloudWatch knows ASCII only.
      "stateMachine:[A-Za-z0-9_.+=@!()'-]{1,80}(?::[A-Za-z0-9_.-]{1,80})?",
      "the ARN of one state machine, or of an alias or version of it, such as arn:aws:states:us-east-1:123456789012:stateMachine:audit",
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
    repeat: "one more execution; the workflow must know the id",
    arrival: "the input of the execution",
  },
  monitored: {
    // Without the version or alias that may follow.
    dimensions: (arn) => ({ StateMachineArn: unqualified(arn)[0] }),
    alarms: [
      {
        ...AT_ONCE,
        kind: "broken-executions",
        subject: "destination",
        when: "an execution of the state machine failed, whoever started it",
        metric: { namespace: "AWS/States", name: "ExecutionsFailed", statistic: "Sum" },
        advice:
          "Likeliest: a state's task failed and no Catch took it. Look first at the failed execution in the Step Functions console: it shows the state, the error and the event. It is not started again by itself.",
      },
    ],
    count: { namespace: "AWS/States", name: "ExecutionsStarted", statistic: "Sum" },
    usage: [
      {
        metric: { namespace: "AWS/States", name: "ExecutionsStarted", statistic: "Sum" },
        label: "executions",
        price: perMillion.state_transition,
      },
    ],
  },
  custody: () => ({
    readers: "the state machine, its steps, and identities that may read its executions (states:GetExecutionHistory)",
    retention: "90 days of execution history for standard workflows",
    encryption: "the state machine's own",
  }),
  permission: () => ({ kind: "role", actions: ["states:StartExecution"] }),
});
