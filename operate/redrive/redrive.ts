import type { Aws } from "../aws/aws";
import { AwsProblem } from "../aws/aws-problem";
import type { DeadLetters } from "./dead-letters";
import type { Group, Groups, Sorted } from "./groups";
import type { Journal } from "./journal";
import type { Letter } from "./letter";
import type { Send } from "./senders/sender";

/** What became of the letters of a group. */
export interface Outcome {
  /** Delivered now, and out of the queue. */
  sent: number;
  /** Delivered by a run that was stopped, or had by the target before, and only taken out of the queue. */
  before: number;
  /** Surely not delivered: they stay. */
  refused: number;
  /** Nobody knows: they stay, and may arrive twice when they are sent again. */
  unknown: number;
  /** Left alone, since the group was stopped. */
  left: number;
  /** Delivered, but SQS did not delete them: the next run does that only. */
  undeleted: number;
  /** The last error. */
  error: string | undefined;
}

/** After so many refusals in a row nothing more of a group is tried; the very first letter is tried alone. */
const REFUSALS_IN_A_ROW = 3;
/** The codes of what got no answer, or one that says nothing of what was done: a failure of the service itself. */
const UNKNOWN = /^NoAnswer$|^Internal|Unavailable|^ServiceException$/;

interface Lane {
  readonly outcome: Outcome;
  state: "untried" | "open" | "stopped";
  inARow: number;
}

/** Sends letters back to the targets that they were on their way to. */
export class Redrive {
  readonly #lanes = new Map<Group, Lane>();
  readonly #senders = new Map<string, Promise<Send>>();
  #tried = 0;

  constructor(
    private readonly aws: Aws,
    private readonly queue: DeadLetters,
    private readonly journal: Journal,
    private readonly groups: Groups,
    private readonly limit: number,
  ) {}

  outcome(group: Group): Outcome {
    return this.#lane(group).outcome;
  }

  /** Sends what is chosen, until nothing is left or somebody interrupts. */
  async run(signal: AbortSignal, done: (count: number) => void): Promise<void> {
    for await (const letters of this.queue.letters(signal)) {
      const gone = await this.#deliver(letters, signal);
      done(letters.length);
      await this.#remove(gone);
      if (this.#tried >= this.limit) return;
    }
  }

  /** Delivers letters: the first of each group alone, and others of it only where that was taken. */
  async #deliver(letters: readonly Letter[], signal: AbortSignal): Promise<Sorted[]> {
    const under: Promise<Sorted | undefined>[] = [];
    for (const letter of letters) {
      const sorted = this.groups.add(letter);
      if (!sorted.group.chosen || signal.aborted) continue;
      const lane = this.#lane(sorted.group);
      if (this.journal.isSent(letter.id)) {
        lane.outcome.before++;
        under.push(Promise.resolve(sorted));
      } else if (sorted.ready !== undefined && this.#tried < this.limit) {
        if (lane.state === "stopped") lane.outcome.left++;
        else {
          this.#tried++;
          const sending = this.#send(sorted, lane);
          under.push(sending);
          if (lane.state === "untried") await sending;
        }
      }
    }
    return (await Promise.all(under)).filter((sorted) => sorted !== undefined);
  }

  async #send(sorted: Sorted, lane: Lane): Promise<Sorted | undefined> {
    const { letter, ready } = sorted;
    if (ready === undefined) return undefined;
    const { outcome } = lane;
    let handing = false;
    try {
      const send = await this.#sender(ready.recipient);
      this.journal.sending(letter.id);
      handing = true;
      const { before, attempts } = await send(ready.parcel);
      if (attempts > 1 && !before) this.journal.arrivedAgain(letter.id);
      this.journal.sent(letter.id);
      if (before) outcome.before++;
      else outcome.sent++;
      lane.inARow = 0;
      lane.state = "open";
      return sorted;
    } catch (error) {
      if (!(error instanceof AwsProblem)) throw error;
      if (handing && UNKNOWN.test(error.code)) outcome.unknown++;
      else {
        this.journal.refused(letter.id);
        outcome.refused++;
      }
      outcome.error = error.message;
      if (lane.state === "untried" || ++lane.inARow >= REFUSALS_IN_A_ROW) lane.state = "stopped";
      return undefined;
    }
  }

  #sender({ arn, sender }: NonNullable<Sorted["ready"]>["recipient"]): Promise<Send> {
    const opening = this.#senders.get(arn) ?? sender.open(this.aws, arn);
    this.#senders.set(arn, opening);
    return opening;
  }

  async #remove(gone: readonly Sorted[]): Promise<void> {
    const left = await this.queue.remove(gone.map(({ letter }) => letter));
    for (const { letter, group } of gone) if (left.has(letter.id)) this.outcome(group).undeleted++;
  }

  #lane(group: Group): Lane {
    const known = this.#lanes.get(group);
    if (known !== undefined) return known;
    const outcome = { sent: 0, before: 0, refused: 0, unknown: 0, left: 0, undeleted: 0, error: undefined };
    const lane: Lane = { outcome, state: "untried", inARow: 0 };
    this.#lanes.set(group, lane);
    return lane;
  }
}
