import { setTimeout } from "node:timers/promises";
import type { ReceiveMessageResult, SQSClient } from "@aws-sdk/client-sqs";
import { DEEPEST, isDeeplyNested } from "../../text/nesting";
import { isStreamEvent, type StreamEvent } from "../../trace/event";
import type { Aws } from "../aws/aws";
import { isAwsError } from "../aws/aws-problem";

/** The longest that a call waits for events: below the time that a client waits for an answer. */
const WAIT_SECONDS = 5;
/** A queue can be used a second after it was made, and is known everywhere within a minute (API reference, CreateQueue). */
const APPEARS_MILLISECONDS = 60_000;
/** The ids that are kept to see what comes twice. */
const KEPT_IDS = 100_000;

/** The events that a queue gets, each once, as long as they are listened to. */
export class Listener {
  readonly #seen = new Set<string>();
  readonly #begun = Date.now();
  #client: SQSClient | undefined;
  /** What was in the queue and is no event. */
  unreadable = 0;
  doubles = 0;

  constructor(
    private readonly aws: Aws,
    private readonly queueUrl: string,
  ) {}

  /** Returns the events of each answer until a moment, or until the signal. */
  async *until(end: number, signal: AbortSignal): AsyncIterable<StreamEvent[]> {
    while (!signal.aborted && Date.now() < end) {
      const seconds = Math.min(WAIT_SECONDS, Math.max(1, Math.ceil((end - Date.now()) / 1000)));
      yield this.#events(await this.#receive(seconds, signal));
    }
  }

  /** Returns the events that are left, for so long at most; undefined as the last where there are none. */
  async *rest(milliseconds: number, signal: AbortSignal): AsyncIterable<StreamEvent[] | undefined> {
    for (const end = Date.now() + milliseconds; !signal.aborted && Date.now() < end; ) {
      const result = await this.#receive(1, signal);
      if ((result.Messages ?? []).length === 0) return yield undefined;
      yield this.#events(result);
    }
  }

  async #receive(WaitTimeSeconds: number, abortSignal: AbortSignal): Promise<ReceiveMessageResult> {
    const { SQSClient, ReceiveMessageCommand } = await import("@aws-sdk/client-sqs");
    this.#client ??= this.aws.client(SQSClient);
    const command = new ReceiveMessageCommand({ QueueUrl: this.queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds });
    try {
      return await this.#client.send(command, { abortSignal });
    } catch (error) {
      if (abortSignal.aborted) return {};
      const young = Date.now() - this.#begun < APPEARS_MILLISECONDS;
      if (!young || !isAwsError(error, "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue")) throw error;
      await setTimeout(1000, undefined, { signal: abortSignal }).catch(() => undefined);
      return {};
    }
  }

  #events({ Messages = [] }: ReceiveMessageResult): StreamEvent[] {
    return Messages.flatMap(({ Body = "" }) => {
      const event = eventIn(Body);
      if (event === undefined) {
        this.unreadable++;
        return [];
      }
      if (typeof event.id !== "string") return [event];
      if (this.#seen.has(event.id)) {
        this.doubles++;
        return [];
      }
      if (this.#seen.size >= KEPT_IDS) this.#seen.clear();
      this.#seen.add(event.id);
      return [event];
    });
  }
}

function eventIn(text: string): StreamEvent | undefined {
  if (isDeeplyNested(text, DEEPEST)) return undefined;
  try {
    const event: unknown = JSON.parse(text);
    return isStreamEvent(event) ? event : undefined;
  } catch {
    return undefined; // counted by the caller
  }
}
