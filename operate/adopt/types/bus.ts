import { busArn } from "../../../aws/names";
import { type Adoptable, orNothing, textOf } from "../adoptable";

/** AWS does not say on which source a bus is; the name says it, and the stack ignores the difference. */
export const bus: Adoptable = {
  type: "aws_cloudwatch_event_bus",
  async find({ name }, { aws }) {
    const { DescribeEventBusCommand, EventBridgeClient } = await import("@aws-sdk/client-eventbridge");
    const client = aws.client(EventBridgeClient);
    const found = await orNothing(client.send(new DescribeEventBusCommand({ Name: textOf(name) })));
    if (found === undefined) return undefined;
    return {
      name,
      description: found.Description ?? null,
      kms_key_identifier: found.KmsKeyIdentifier ?? null,
      dead_letter_config: found.DeadLetterConfig?.Arn ? { arn: found.DeadLetterConfig.Arn } : null,
    };
  },
  reads: ({ name }, place) => [{ actions: ["events:DescribeEventBus"], resources: [busArn(place, textOf(name))] }],
};
