import type { SQSClient } from "@aws-sdk/client-sqs";
import { clientSettings } from "../https/client";
import type { KafkaRecord } from "./record";

/** Low enough for any queue: the most that SQS took of a message until 2025, its attributes included. */
const MESSAGE_BYTES = 250_000;

let client: SQSClient | undefined;

/** Puts a record into the dead-letter queue, with the reason where EventBridge, too, writes it. One that is too long for a message goes there without its value: it stays in its topic. */
export async function bury(queue: string, record: KafkaRecord, code: string, why: string): Promise<void> {
  const { SQSClient, SendMessageCommand } = await import("@aws-sdk/client-sqs");
  client ??= new SQSClient(clientSettings(2_000));
  const { value, ...place } = record;
  const whole = JSON.stringify(record);
  const text = (StringValue: string) => ({ DataType: "String", StringValue });
  await client.send(
    new SendMessageCommand({
      QueueUrl: queue,
      MessageBody: Buffer.byteLength(whole) > MESSAGE_BYTES ? JSON.stringify(place) : whole,
      MessageAttributes: { ERROR_CODE: text(code), ERROR_MESSAGE: text(why) },
    }),
  );
}
