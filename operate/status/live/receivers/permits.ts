import { unqualified } from "../../../../aws/arn";
import type { DeliveryService } from "../../../../aws/resources/resource-type";

/** What the readers of receivers must be allowed: actions on the receiver itself, and those of which AWS knows no resource. */
export interface Permits {
  readonly on?: (arn: string) => readonly (readonly [actions: readonly string[], resources: readonly string[]])[];
  readonly anywhere?: readonly string[];
}

const itself = (...actions: readonly string[]) => ({ on: (arn: string) => [[actions, [arn]] as const] });

export const permits: Readonly<Record<DeliveryService, Permits>> = {
  "api-destination": {
    on: (arn) => {
      const name = arn.replace(/\/\*$/, "");
      const connection = name.replace(":api-destination/", ":connection/");
      return [
        [["events:DescribeApiDestination"], [name, `${name}/*`]],
        [["events:DescribeConnection"], [connection, `${connection}/*`]],
      ];
    },
  },
  events: itself("events:DescribeEventBus"),
  firehose: itself("firehose:DescribeDeliveryStream"),
  kinesis: itself("kinesis:DescribeStreamSummary"),
  lambda: {
    on: (arn) => [[["lambda:GetFunctionConfiguration", "lambda:GetPolicy"], [...new Set([unqualified(arn)[0], arn])]]],
  },
  logs: { anywhere: ["logs:DescribeLogGroups", "logs:DescribeResourcePolicies"] },
  sns: itself("sns:GetTopicAttributes"),
  sqs: itself("sqs:GetQueueAttributes", "sqs:GetQueueUrl"),
  states: itself("states:DescribeStateMachine"),
};
