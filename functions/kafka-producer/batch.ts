import { type Arrived, arrivedIn, type KafkaRecord, recordOf } from "./record";
import type { Settings } from "./settings";

/** A message of the queue, as Lambda passes it on. */
export interface Message {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: { readonly SentTimestamp: string };
}

/** The reason why a record is not in the topic. */
export interface Refusal {
  /** The name of Kafka's error, or of the client's. */
  readonly code: string;
  readonly message: string;
  /** True where it would be refused each time. */
  readonly final: boolean;
}

export interface DeadLetter {
  readonly body: string;
  /** The attributes that EventBridge gives its dead letters. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What the function uses beside its messages. */
export interface Means {
  readonly settings: Pick<Settings, "key_path" | "queue" | "hours">;
  /** Writes records; returns why each is refused, undefined of each that the brokers have. */
  readonly produce: (records: readonly KafkaRecord[]) => Promise<readonly (Refusal | undefined)[]>;
  readonly bury: (letter: DeadLetter) => Promise<void>;
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
  readonly now: () => number;
}

/** The messages that come again; Lambda deletes the others from the queue. */
export interface Answer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

const MILLISECONDS_AN_HOUR = 3_600_000;
const NO_EVENT: Refusal = { code: "NO_EVENT", message: "the message of the queue holds no event", final: true };

interface Pending {
  readonly message: Message;
  readonly arrived: Arrived | undefined;
}

/**
 * Writes a batch. Whatever Kafka has not is tried again or is a dead letter, never both, and never neither. Where nothing of the
 * batch could be dealt with it throws, so that the function's errors are counted and Lambda slows down.
 */
export async function writeBatch(messages: readonly Message[], means: Means): Promise<Answer> {
  const pending = messages.map((message): Pending => ({ message, arrived: arrivedIn(message.body) }));
  const refusals = await refusalsOf(pending, means);
  const again: string[] = [];
  for (const [{ message, arrived }, refusal] of refusals) {
    const { messageId, attributes } = message;
    const isLate = means.now() - Number(attributes.SentTimestamp) >= means.settings.hours * MILLISECONDS_AN_HOUR;
    const isDead = (refusal.final || isLate) && (await isBuried(letterOf(message, arrived, refusal, means), means));
    if (!isDead) again.push(messageId);
  }
  tell(refusals, again.length, means);
  const [first] = refusals.values();
  if (first !== undefined && again.length === messages.length)
    throw new Error(`nothing could be written: ${first.code}: ${first.message}`);
  return { batchItemFailures: again.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function refusalsOf(pending: readonly Pending[], { settings, produce }: Means): Promise<Map<Pending, Refusal>> {
  const events = pending.flatMap((one) => (one.arrived === undefined ? [] : [{ one, ...one.arrived }]));
  const found = await produce(events.map(({ text, event }) => recordOf(text, event, settings.key_path)));
  const refused = new Map(events.map(({ one }, index) => [one, found[index]]));
  return new Map(
    pending.flatMap((one) => {
      const refusal = one.arrived === undefined ? NO_EVENT : refused.get(one);
      return refusal === undefined ? [] : [[one, refusal] as const];
    }),
  );
}

function letterOf(
  { body }: Message,
  arrived: Arrived | undefined,
  { code, message }: Refusal,
  { settings }: Means,
): DeadLetter {
  return {
    body: arrived?.text ?? body,
    attributes: {
      ERROR_CODE: code,
      ERROR_MESSAGE: message,
      ...(arrived && { RULE_ARN: arrived.rule }),
      TARGET_ARN: settings.queue,
    },
  };
}

async function isBuried(letter: DeadLetter, { bury, log }: Means): Promise<boolean> {
  try {
    await bury(letter);
    return true;
  } catch (error) {
    log({ why: "the dead-letter queue takes nothing: the event is tried again", error: nameOf(error) });
    return false;
  }
}

/** One line for each reason, with nothing of the events. */
function tell(refusals: ReadonlyMap<Pending, Refusal>, again: number, { log }: Means): void {
  const counts = new Map<string, { refusal: Refusal; events: number }>();
  for (const refusal of refusals.values()) {
    const { events = 0 } = counts.get(refusal.code) ?? {};
    counts.set(refusal.code, { refusal, events: events + 1 });
  }
  for (const { refusal, events } of counts.values())
    log({ events, again, code: refusal.code, message: refusal.message, ...(refusal.final && { final: true }) });
}

export const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error);
