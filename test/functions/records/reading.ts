import type { Answer } from "../../../functions/records/read";
import type { KafkaRecord } from "../../../functions/records/record";
import { functionCode } from "../../../modules/function-code";

export interface PutEntry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly EventBusName: string;
}

interface Letter {
  readonly QueueUrl: string;
  readonly MessageBody: string;
  readonly MessageAttributes: Readonly<Record<string, { readonly StringValue: string }>>;
}

export const QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/dev-dead-letters";
const SETTINGS = { bus: "dev-cx", source: "kafka/dev/cx", deadLetters: QUEUE };
const code = functionCode("records");

export const named = (name: string) => Object.assign(new Error("refused"), { name });
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** A record as Lambda passes it on; `value` is the text that it decoded to. */
export function record(offset: number, value: string | undefined, more: Partial<KafkaRecord> = {}): KafkaRecord {
  const place = { topic: "interactions", partition: 0, offset, timestamp: 1795850692203 };
  return { ...place, ...(value !== undefined && { value: base64(value) }), ...more };
}

/** The function as Lambda gets it, the bundle itself, with a bus and a queue as far as it uses them. */
export class Reading {
  readonly events: PutEntry[] = [];
  readonly letters: Letter[] = [];
  readonly log: unknown[] = [];
  calls = 0;
  /** Returns the error code for an entry, or an error for the whole call. */
  refuse: (entry: PutEntry) => string | Error | undefined = () => undefined;
  queueRefuses = false;
  readonly #handler: (batch: unknown, context: unknown) => Promise<Answer>;

  constructor() {
    const own: { exports: Record<string, unknown> } = { exports: {} };
    const console = { warn: (entry: unknown) => this.log.push(entry) };
    const env = { SETTINGS: JSON.stringify(SETTINGS) };
    new Function("require", "module", "exports", "process", "console", code)(
      (name: string) => this.#sdk(name),
      own,
      own.exports,
      { env },
      console,
    );
    this.#handler = Object(own.exports).handler;
  }

  /** Passes records on, all of one partition, and returns the offset to go on from. */
  async read(records: readonly KafkaRecord[], millisecondsLeft = 100_000): Promise<number | undefined> {
    const { batchItemFailures } = await this.batch({ "interactions-0": records }, millisecondsLeft);
    return batchItemFailures[0]?.itemIdentifier.offset;
  }

  batch(records: Readonly<Record<string, readonly KafkaRecord[]>>, millisecondsLeft = 100_000): Promise<Answer> {
    return this.#handler({ records }, { getRemainingTimeInMillis: () => millisecondsLeft });
  }

  get bodies(): unknown[] {
    return this.events.map(({ Detail }) => JSON.parse(Detail).eventBody);
  }

  #sdk(name: string): unknown {
    const command = class {
      constructor(readonly input: unknown) {}
    };
    if (name === "@aws-sdk/client-sqs")
      return { SendMessageCommand: command, SQSClient: client((input) => this.#send(Object(input))) };
    return { PutEventsCommand: command, EventBridgeClient: client((input) => this.#put(Object(input).Entries)) };
  }

  #put(entries: readonly PutEntry[]) {
    this.calls++;
    if (entries.length > 10) throw new Error("too many entries");
    const answers = entries.map((entry) => this.refuse(entry));
    for (const answer of answers) if (answer instanceof Error) throw answer;
    for (const [index, entry] of entries.entries()) if (answers[index] === undefined) this.events.push(entry);
    return { Entries: answers.map((ErrorCode) => (ErrorCode === undefined ? { EventId: "e" } : { ErrorCode })) };
  }

  #send(letter: Letter) {
    if (this.queueRefuses) throw named("AccessDeniedException");
    this.letters.push(letter);
    return {};
  }
}

const client = (run: (input: unknown) => unknown) =>
  class {
    async send({ input }: { readonly input: unknown }) {
      return run(input);
    }
  };
