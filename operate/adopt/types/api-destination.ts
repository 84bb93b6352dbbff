import { arn } from "../../../aws/names";
import { type Adoptable, orNothing, textOf } from "../adoptable";

export const apiDestination: Adoptable = {
  type: "aws_cloudwatch_event_api_destination",
  unwritten: true,
  async find({ name }, { aws }) {
    const { DescribeApiDestinationCommand, EventBridgeClient } = await import("@aws-sdk/client-eventbridge");
    const client = aws.client(EventBridgeClient);
    const found = await orNothing(client.send(new DescribeApiDestinationCommand({ Name: textOf(name) })));
    return (
      found && {
        name,
        invocation_endpoint: found.InvocationEndpoint ?? null,
        http_method: found.HttpMethod ?? null,
        invocation_rate_limit_per_second: found.InvocationRateLimitPerSecond ?? null,
        description: found.Description ?? null,
      }
    );
  },
  reads: ({ name }, place) => [
    {
      actions: ["events:DescribeApiDestination"],
      resources: ["", "/*"].map((end) => arn(place, "events", `api-destination/${textOf(name)}${end}`)),
    },
  ],
};

/** The secret of a connection cannot be read: the first apply writes the one that the environment names. */
export const connection: Adoptable = {
  type: "aws_cloudwatch_event_connection",
  unwritten: true,
  async find({ name }, { aws }) {
    const { DescribeConnectionCommand, EventBridgeClient } = await import("@aws-sdk/client-eventbridge");
    const client = aws.client(EventBridgeClient);
    const found = await orNothing(client.send(new DescribeConnectionCommand({ Name: textOf(name) })));
    return found && { name, authorization_type: found.AuthorizationType ?? null };
  },
  reads: ({ name }, place) => [
    {
      actions: ["events:DescribeConnection"],
      resources: ["", "/*"].map((end) => arn(place, "events", `connection/${textOf(name)}${end}`)),
    },
  ],
};
