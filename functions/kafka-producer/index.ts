import { clientSettings } from "../https/client";
import { type Answer, type DeadLetter, type Message, writeBatch } from "./batch";
import { refusalOf } from "./client";
import { connect } from "./connect";
import type { Settings } from "./settings";
import { Writer } from "./writer";

const settings: Settings = JSON.parse(process.env.SETTINGS ?? "{}");
const writer = new Writer(() => connect(settings), refusalOf);
/** The time that dead letters and the answer may take. */
const REST_MILLISECONDS = 5_000;

/** Sends to the dead-letter queue; the client is loaded when it is needed. */
async function bury({ body, attributes }: DeadLetter): Promise<void> {
  const { SendMessageCommand, SQSClient } = await import("@aws-sdk/client-sqs");
  const command = new SendMessageCommand({
    QueueUrl: settings.dead_letters,
    MessageBody: body,
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, text]) => [name, { DataType: "String", StringValue: text }]),
    ),
  });
  await new SQSClient(clientSettings(2_000)).send(command);
}

export async function handler(
  { Records }: { readonly Records: readonly Message[] },
  context: { readonly getRemainingTimeInMillis: () => number },
): Promise<Answer> {
  return writeBatch(Records, {
    settings,
    produce: (records) => writer.write(records, context.getRemainingTimeInMillis() - REST_MILLISECONDS),
    bury,
    // biome-ignore lint/suspicious/noConsole: Lambda writes what is printed to the log group.
    log: (entry) => console.warn(entry),
    now: Date.now,
  });
}
