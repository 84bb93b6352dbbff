import { parseArn } from "../../../aws/arn";
import { AwsProblem } from "../../aws/aws-problem";
import { allow, handed, type Sender } from "./sender";

export const eventBus: Sender = {
  service: "events",
  resource: "event-bus/",
  // EventBridge API reference, PutEventsRequestEntry: names that begin with aws. are AWS's (2026-11).
  refusal: ({ source }) =>
    source?.startsWith("aws.")
      ? `PutEvents takes no event whose source begins with aws., such as ${source}; replay the stream's archive to the rule, where it has one`
      : undefined,
  statements: (arn) => [allow("events:PutEvents", arn)],
  async open(aws, arn) {
    const { EventBridgeClient, PutEventsCommand } = await import("@aws-sdk/client-eventbridge");
    const client = aws.client(EventBridgeClient, parseArn(arn).region);
    return async ({ text }) => {
      const event: Record<string, unknown> = JSON.parse(text);
      const { source, "detail-type": topic, detail, time, resources } = event;
      const answer = await client.send(
        new PutEventsCommand({
          Entries: [
            {
              EventBusName: arn,
              Source: String(source),
              DetailType: String(topic),
              Detail: JSON.stringify(detail),
              Time: new Date(String(time)),
              ...(Array.isArray(resources) && { Resources: resources.map(String) }),
            },
          ],
        }),
      );
      const [entry] = answer.Entries ?? [];
      if (entry?.ErrorCode !== undefined)
        throw new AwsProblem(
          entry.ErrorCode,
          false,
          `AWS refuses EventBridge PutEvents: ${entry.ErrorMessage} (${entry.ErrorCode})`,
        );
      return handed(answer);
    };
  },
};
