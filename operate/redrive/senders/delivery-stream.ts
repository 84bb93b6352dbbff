import { parseArn } from "../../../aws/arn";
import { allow, handed, type Sender } from "./sender";

export const deliveryStream: Sender = {
  service: "firehose",
  statements: (arn) => [allow("firehose:PutRecord", arn)],
  async open(aws, arn) {
    const { FirehoseClient, PutRecordCommand } = await import("@aws-sdk/client-firehose");
    const { region, resource } = parseArn(arn);
    const client = aws.client(FirehoseClient, region);
    const DeliveryStreamName = resource.split("/")[1];
    return async ({ text }) => {
      return handed(
        await client.send(new PutRecordCommand({ DeliveryStreamName, Record: { Data: Buffer.from(text) } })),
      );
    };
  },
};
