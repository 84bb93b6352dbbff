import { parseArn } from "../../../aws/arn";
import { PARTITION_KEY_LENGTH } from "../../../aws/limits";
import { allow, filledIn, handed, type Sender } from "./sender";

export const stream: Sender = {
  service: "kinesis",
  encrypts: true,
  statements: (arn) => [allow("kinesis:PutRecord", arn)],
  async open(aws, arn) {
    const { KinesisClient, PutRecordCommand } = await import("@aws-sdk/client-kinesis");
    const { SQSClient } = await import("@aws-sdk/client-sqs");
    const { region } = parseArn(arn);
    const client = aws.client(KinesisClient, region);
    // The SDK speaks HTTP/2 to Kinesis alone, which endpoints of one's own and proxies often do not; PutRecord needs nothing of it.
    client.config.requestHandler = aws.client(SQSClient, region).config.requestHandler;
    return async ({ text, event, parameters: { kinesisTarget } }) => {
      // Without a path EventBridge takes the event's id (API reference, KinesisParameters, 2026-11).
      const key = filledIn(kinesisTarget?.partitionKeyPath ?? "$.id", event).slice(0, PARTITION_KEY_LENGTH);
      return handed(
        await client.send(new PutRecordCommand({ StreamARN: arn, Data: Buffer.from(text), PartitionKey: key })),
      );
    };
  },
};
