import { createHash, randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { ACCOUNT, AwsError, type Handler } from "../aws/server";

interface Kept {
  readonly id: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly came: number;
  /** When it is visible again. */
  visible: number;
  receipt: string;
}

type Answers = Readonly<Record<string, Handler>>;
interface Entry {
  readonly Id: string;
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout?: number;
}

const md5 = (text: string) => createHash("md5").update(text).digest("hex");

/** A stand-in for queues of SQS: visibility timeouts, receipts that the next one replaces, and messages that now and then come twice. */
export class Queues {
  readonly kept: Kept[] = [];
  /** What was sent to queues, by the queue's name. */
  readonly sent: { readonly queue: string; readonly body: string; readonly group?: string }[] = [];

  /**
   * @param speed how many times as fast visibility timeouts pass
   * @param twice the share of messages that are given to a second receiver at once, as SQS may
   */
  constructor(private readonly options: { readonly speed?: number; readonly twice?: number } = {}) {}

  put(body: string, attributes: Readonly<Record<string, string>>, came = Date.now()): string {
    const id = randomUUID();
    this.kept.push({ id, body, attributes, came, visible: 0, receipt: "" });
    return id;
  }

  /** Returns how many are visible, and how many are in flight. */
  get counts(): { readonly visible: number; readonly inFlight: number } {
    const visible = this.kept.filter((message) => message.visible <= Date.now()).length;
    return { visible, inFlight: this.kept.length - visible };
  }

  readonly handlers: Answers = {
    "sqs:GetQueueUrl": ({ QueueName }) => ({ QueueUrl: `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/${QueueName}` }),
    "sqs:GetQueueAttributes": () => ({
      Attributes: {
        ApproximateNumberOfMessages: String(this.counts.visible),
        ApproximateNumberOfMessagesNotVisible: String(this.counts.inFlight),
        MessageRetentionPeriod: "1209600",
      },
    }),
    "sqs:ReceiveMessage": (input) => this.#receive(input),
    "sqs:DeleteMessageBatch": ({ Entries }) =>
      this.#each(Entries, (message) => void this.kept.splice(this.kept.indexOf(message), 1)),
    "sqs:ChangeMessageVisibilityBatch": ({ Entries }) =>
      this.#each(Entries, (message, { VisibilityTimeout = 0 }) => {
        message.visible = VisibilityTimeout === 0 ? 0 : this.#after(VisibilityTimeout);
      }),
    "sqs:SendMessage": ({ QueueUrl, MessageBody, MessageGroupId }) => {
      const body = String(MessageBody);
      const group = MessageGroupId === undefined ? {} : { group: String(MessageGroupId) };
      this.sent.push({ queue: String(QueueUrl).split("/").at(-1) ?? "", body, ...group });
      return { MessageId: randomUUID(), MD5OfMessageBody: md5(body) };
    },
  };

  async #receive({ MaxNumberOfMessages, VisibilityTimeout, WaitTimeSeconds }: Parameters<Handler>[0]) {
    const visible = () => this.kept.filter((message) => message.visible <= Date.now());
    if (visible().length === 0) await setTimeout((Number(WaitTimeSeconds) * 1000) / (this.options.speed ?? 1));
    const given = visible().slice(0, Number(MaxNumberOfMessages));
    const Messages = given.map((message) => {
      message.receipt = randomUUID();
      const again = Math.random() < (this.options.twice ?? 0);
      message.visible = again ? 0 : this.#after(Number(VisibilityTimeout));
      return {
        MessageId: message.id,
        ReceiptHandle: message.receipt,
        Body: message.body,
        MD5OfBody: md5(message.body),
        Attributes: { SentTimestamp: String(message.came) },
        MessageAttributes: Object.fromEntries(
          Object.entries(message.attributes).map(([name, StringValue]) => [name, { DataType: "String", StringValue }]),
        ),
      };
    });
    return Messages.length === 0 ? {} : { Messages };
  }

  #after(seconds: number): number {
    return Date.now() + (seconds * 1000) / (this.options.speed ?? 1);
  }

  /** Does something with the messages of a batch; the receipt of an earlier receive does not count. */
  #each(entries: unknown, work: (message: Kept, entry: Entry) => void) {
    const [Successful, Failed]: [object[], object[]] = [[], []];
    for (const entry of entries as readonly Entry[]) {
      const message = this.kept.find(({ receipt }) => receipt === entry.ReceiptHandle);
      if (message === undefined) Failed.push({ Id: entry.Id, SenderFault: true, Code: "ReceiptHandleIsInvalid" });
      else {
        work(message, entry);
        Successful.push({ Id: entry.Id });
      }
    }
    return { Successful, Failed };
  }
}

/** Answers as a service that does not let the caller in. */
export const refusing = (code: string, message: string) => () => {
  throw new AwsError(code, message);
};
