import type { SQSClient } from "@aws-sdk/client-sqs";
import { IN_FLIGHT_MESSAGES } from "../../aws/limits";
import { deadLetterQueueName } from "../../aws/names";
import type { Environment } from "../../config/model";
import { FilesProblem } from "../../files/files-problem";
import type { Aws } from "../aws/aws";
import { isAwsError } from "../aws/aws-problem";
import type { Journal } from "./journal";
import { type Letter, letterOf } from "./letter";

/** What the queue says of itself; its counts are approximate. */
export interface QueueState {
  readonly waiting: number;
  /** Received by somebody, and neither deleted nor given back yet. */
  readonly inFlight: number;
  readonly retentionSeconds: number;
  /** Where the queue itself has one: the receipts after which SQS moves a message away. */
  readonly maxReceiveCount: number | undefined;
}

/** How long a message that is received is nobody else's: longer than a batch takes, and short enough to come back after a kill. */
export const VISIBILITY_SECONDS = 900;
/** SQS takes a lot more; this leaves most of an account's network to others. */
const CALLS_A_SECOND = 50;
const BATCH = 10;
/** What is held at once, so that others who receive from the queue never meet SQS's limit. */
const HELD_MOST = IN_FLIGHT_MESSAGES - 20_000;
/** SQS asks all of its servers where a call may wait; none has anything where it says so twice. */
const EMPTY_ANSWERS = 2;

/** The dead-letter queue of an environment. What is received stays invisible to others until it is deleted or given back. */
export class DeadLetters {
  readonly #known = new Set<string>();
  readonly #held = new Map<string, string>();
  readonly #deleted = new Set<string>();
  /** True where more lies in the queue than may be held at once. */
  isCut = false;

  private constructor(
    private readonly client: SQSClient,
    private readonly url: string,
    readonly state: QueueState,
    private readonly journal: Journal | undefined,
  ) {}

  /** @throws FilesProblem where there is no such queue */
  static async open(aws: Aws, environment: Environment, journal: Journal | undefined): Promise<DeadLetters> {
    const { GetQueueUrlCommand, SQSClient } = await import("@aws-sdk/client-sqs");
    const client = aws.at(CALLS_A_SECOND).client(SQSClient);
    const QueueName = deadLetterQueueName(environment.name);
    try {
      const { QueueUrl = "" } = await client.send(new GetQueueUrlCommand({ QueueName }));
      return new DeadLetters(client, QueueUrl, await stateOf(client, QueueUrl), journal);
    } catch (error) {
      if (!isAwsError(error, "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue")) throw error;
      const { aws_account_id: account, aws_region: region } = environment;
      throw new FilesProblem(
        `there is no queue ${QueueName} in account ${account}, ${region}; deploy ${environment.name} first`,
      );
    }
  }

  /** Returns how many messages are held now. */
  get held(): number {
    return this.#held.size;
  }

  /**
   * Receives the messages of the queue, each once, until none is left that was not seen.
   *
   * @param width calls that are made at once where there is much
   */
  async *letters(signal: AbortSignal, width = 1): AsyncGenerator<readonly Letter[]> {
    let [empty, sinceNew, calls] = [0, 0, 1];
    while (!signal.aborted && empty < EMPTY_ANSWERS) {
      const answers = await Promise.all(Array.from({ length: calls }, () => this.#receive()));
      const letters = answers.flat();
      const fresh = this.#hold(letters);
      await this.remove(letters.filter(({ id }) => this.#deleted.has(id)));
      if (fresh.length > 0) yield fresh;
      empty = letters.length === 0 ? empty + 1 : 0;
      sinceNew = fresh.length > 0 ? 0 : sinceNew + letters.length;
      calls = answers.every(({ length }) => length === BATCH) ? width : 1;
      // What is held comes again where a run takes longer than it is invisible.
      if (this.isCut || sinceNew > this.#held.size + BATCH) return;
    }
  }

  async #receive(): Promise<Letter[]> {
    const { ReceiveMessageCommand } = await import("@aws-sdk/client-sqs");
    try {
      const { Messages = [] } = await this.client.send(
        new ReceiveMessageCommand({
          QueueUrl: this.url,
          MaxNumberOfMessages: BATCH,
          VisibilityTimeout: VISIBILITY_SECONDS,
          WaitTimeSeconds: 1,
          MessageAttributeNames: ["All"],
          MessageSystemAttributeNames: ["SentTimestamp"],
        }),
      );
      return Messages.map(letterOf);
    } catch (error) {
      if (!isAwsError(error, "OverLimit")) throw error;
      this.isCut = true;
      return [];
    }
  }

  /** Holds what was received, and returns what was not seen before. */
  #hold(letters: readonly Letter[]): Letter[] {
    this.journal?.hold(letters);
    const fresh = letters.filter(({ id }) => !this.#known.has(id) && this.#known.add(id));
    for (const { id, receipt } of letters) this.#held.set(id, receipt);
    if (this.#held.size >= HELD_MOST) this.isCut = true;
    return fresh;
  }

  /** Deletes messages, and returns those that SQS did not delete. */
  async remove(letters: readonly Pick<Letter, "id">[]): Promise<ReadonlySet<string>> {
    const left = new Set<string>();
    if (letters.length === 0) return left;
    const { DeleteMessageBatchCommand } = await import("@aws-sdk/client-sqs");
    for (const batch of batches(letters.map(({ id }) => id))) {
      const { Failed = [] } = await this.client.send(
        new DeleteMessageBatchCommand({ QueueUrl: this.url, Entries: this.#entries(batch) }),
      );
      const failed = new Set(Failed.map(({ Id }) => Id));
      for (const [at, id] of batch.entries()) {
        if (failed.has(String(at))) left.add(id);
        else this.#held.delete(id);
        // Where it comes again, only that is left to do.
        this.#deleted.add(id);
      }
    }
    return left;
  }

  /** Gives back what is held, and what an earlier run held, so that it is visible at once. */
  async giveBack(earlier: ReadonlyMap<string, string> = new Map()): Promise<void> {
    for (const [id, receipt] of earlier) this.#held.set(id, receipt);
    const { ChangeMessageVisibilityBatchCommand } = await import("@aws-sdk/client-sqs");
    const all = batches([...this.#held.keys()]);
    for (let from = 0; from < all.length; from += GIVEN_AT_ONCE) {
      const some = all.slice(from, from + GIVEN_AT_ONCE);
      await Promise.all(
        some.map((batch) => {
          const Entries = this.#entries(batch).map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
          // A receipt that no longer counts is of a message that is visible already, or somebody else's.
          return this.client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: this.url, Entries }));
        }),
      );
    }
    this.#held.clear();
    this.journal?.givenBack();
  }

  #entries(ids: readonly string[]) {
    return ids.map((id, at) => ({ Id: String(at), ReceiptHandle: this.#held.get(id) }));
  }
}

const GIVEN_AT_ONCE = 5;

function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) => ids.slice(at * BATCH, (at + 1) * BATCH));
}

async function stateOf(client: SQSClient, QueueUrl: string): Promise<QueueState> {
  const { GetQueueAttributesCommand } = await import("@aws-sdk/client-sqs");
  const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
  const policy: { maxReceiveCount?: number } = JSON.parse(Attributes.RedrivePolicy ?? "{}");
  return {
    waiting: Number(Attributes.ApproximateNumberOfMessages ?? 0),
    inFlight: Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0),
    retentionSeconds: Number(Attributes.MessageRetentionPeriod ?? 0),
    maxReceiveCount: policy.maxReceiveCount === undefined ? undefined : Number(policy.maxReceiveCount),
  };
}
