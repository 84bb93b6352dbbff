import { parseArn } from "../../../aws/arn";
import { allow, filledIn, handed, type Sender } from "./sender";

export const queue: Sender = {
  service: "sqs",
  encrypts: true,
  statements: (arn) => [allow(["sqs:GetQueueUrl", "sqs:SendMessage"], arn)],
  async open(aws, arn) {
    const { GetQueueUrlCommand, SendMessageCommand, SQSClient } = await import("@aws-sdk/client-sqs");
    const { region, account, resource } = parseArn(arn);
    const client = aws.client(SQSClient, region);
    const { QueueUrl } = await client.send(
      new GetQueueUrlCommand({ QueueName: resource, QueueOwnerAWSAccountId: account }),
    );
    return async ({ text, event, parameters: { sqsTarget } }) => {
      const group = sqsTarget?.messageGroupId;
      return handed(
        await client.send(
          new SendMessageCommand({
            QueueUrl,
            MessageBody: text,
            ...(group && { MessageGroupId: filledIn(group, event) }),
          }),
        ),
      );
    };
  },
};
