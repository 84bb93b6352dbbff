import { parseArn } from "../../../aws/arn";
import { allow, handed, type Sender } from "./sender";

export const topic: Sender = {
  service: "sns",
  encrypts: true,
  statements: (arn) => [allow("sns:Publish", arn)],
  async open(aws, arn) {
    const { PublishCommand, SNSClient } = await import("@aws-sdk/client-sns");
    const client = aws.client(SNSClient, parseArn(arn).region);
    return async ({ text }) => {
      return handed(await client.send(new PublishCommand({ TopicArn: arn, Message: text })));
    };
  },
};
