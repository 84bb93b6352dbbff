import { ENTRY_BYTES, type Entry, entryBytes, grouped, type Put } from "../https/bus";
import { type Batch, detailOf, type KafkaRecord } from "./record";
import type { Settings } from "./settings";

/** What the function uses beside the batch. */
export interface Means {
  readonly settings: Settings;
  readonly put: Put;
  /** Puts a record that never makes an event into the dead-letter queue. */
  readonly bury: (record: KafkaRecord, code: string, why: string) => Promise<void>;
  /** Tells the log, without what the record holds. */
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
  readonly millisecondsLeft: () => number;
}

/** The answer that has Lambda go on from a record of each partition; from behind the batch where it names none. */
export interface Answer {
  readonly batchItemFailures: readonly {
    readonly itemIdentifier: { readonly partition: string; readonly offset: number };
  }[];
}

/** The time that one group of events may still need. */
const LEAST_MILLISECONDS = 20_000;
/** The codes of PutEvents for an entry that it will never take (API reference, PutEventsResultEntry, read 2026-11). */
const FOR_EVER = new Set(["InvalidArgument", "MalformedDetail", "ValidationException"]);

interface Pending {
  readonly record: KafkaRecord;
  readonly bytes: number;
  /** The entry for PutEvents, or the reason why there is none. */
  readonly entry: Entry | Refusal;
}

/** The reason why an event is not on the bus. */
interface Refusal {
  readonly code: string;
  readonly why: string;
}

/** Puts the records of a batch on the bus, those of a partition in their order. */
export async function read({ records = {} }: Batch, means: Means): Promise<Answer> {
  const left = await Promise.all(
    Object.entries(records).map(async ([partition, some]) => {
      const offset = await firstLeft(some, means);
      return offset === undefined ? [] : [{ itemIdentifier: { partition, offset } }];
    }),
  );
  return { batchItemFailures: left.flat() };
}

/** Returns the offset of the first record that is neither on the bus nor in the queue; undefined where none is left. */
async function firstLeft(records: readonly KafkaRecord[], means: Means): Promise<number | undefined> {
  for (const group of grouped(records.map((record) => pending(record, means.settings)))) {
    const refusals = await refusalsOf(group, means);
    for (const [index, { record }] of group.entries()) {
      const refusal = refusals[index];
      if (refusal === undefined) continue;
      const { partition, offset } = record;
      means.log({ partition, offset, ...refusal });
      if (!FOR_EVER.has(refusal.code) || !(await buried(record, refusal, means))) return offset;
    }
  }
  return undefined;
}

function pending(record: KafkaRecord, { bus, source }: Settings): Pending {
  const refused = (code: string, why: string) => ({ record, bytes: 0, entry: { code, why } });
  const detail = detailOf(record);
  if (detail === undefined) return refused("MalformedDetail", "the value of the record is no JSON");
  const bytes = entryBytes(source, { detailType: record.topic, detail });
  if (bytes > ENTRY_BYTES)
    return refused("InvalidArgument", `the event has ${bytes} bytes, and EventBridge takes ${ENTRY_BYTES}`);
  return { record, bytes, entry: { EventBusName: bus, Source: source, DetailType: record.topic, Detail: detail } };
}

async function refusalsOf(group: readonly Pending[], means: Means): Promise<readonly (Refusal | undefined)[]> {
  const entries = group.flatMap(({ entry }) => ("code" in entry ? [] : [entry]));
  const answers = entries.length === 0 ? [] : [...(await answersTo(entries, means))];
  return group.map(({ entry }) => ("code" in entry ? entry : answers.shift()));
}

async function answersTo(entries: readonly Entry[], means: Means): Promise<readonly (Refusal | undefined)[]> {
  if (means.millisecondsLeft() < LEAST_MILLISECONDS)
    return entries.map(() => ({ code: "NoTimeLeft", why: "no time is left" }));
  try {
    return (await means.put(entries)).map((code) => (code === undefined ? undefined : { code, why: "PutEvents" }));
  } catch (error) {
    const code = error instanceof Error ? error.name : typeof error;
    // One that is wrong has all of them refused.
    if (code === "ValidationException" && entries.length > 1)
      return (await Promise.all(entries.map((entry) => answersTo([entry], means)))).flat();
    return entries.map(() => ({ code, why: "PutEvents failed" }));
  }
}

async function buried(record: KafkaRecord, { code, why }: Refusal, { bury, log }: Means): Promise<boolean> {
  try {
    await bury(record, code, why);
    return true;
  } catch (error) {
    const { partition, offset } = record;
    log({ partition, offset, code: error instanceof Error ? error.name : typeof error, why: "SendMessage failed" });
    return false;
  }
}
