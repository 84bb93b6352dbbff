import type { Refusal } from "./batch";
import type { KafkaRecord } from "./record";

/** A record with the partition that it goes to, and its place among those that came. */
export interface Placed extends KafkaRecord {
  readonly partition: number;
  readonly place: number;
}

/** The partitions whose records are not in the topic, each with the reason. */
export type Refused = ReadonlyMap<number, Refusal>;

/** A connection to the brokers. */
export interface Client {
  /** Returns the number of partitions of the topic. */
  partitions(): Promise<number>;
  /** Returns the partition of a key, as Kafka's own clients compute it. */
  partitionOf(key: string, partitions: number): number;
  /** Writes records in one go. */
  send(records: readonly Placed[]): Promise<Refused>;
  close(): void;
}

/** Below the 1,048,588 bytes that topics take of one batch unless told otherwise (max.message.bytes, Kafka 4 documentation). */
const BATCH_BYTES = 900_000;
/** More than a record has beside its key, headers and value. */
const RECORD_BYTES = 200;

/** Writes records in batches that brokers take, and keeps the connection from one invocation to the next. */
export class Writer {
  #client: Client | undefined;

  /** @param refusal returns what a failure of the client means */
  constructor(
    readonly connect: () => Promise<Client>,
    readonly refusal: (error: unknown) => Refusal,
  ) {}

  /**
   * Returns why each record is refused, undefined of each that the brokers have.
   *
   * @param milliseconds after which what is not confirmed counts as refused
   */
  async write(records: readonly KafkaRecord[], milliseconds: number): Promise<(Refusal | undefined)[]> {
    if (records.length === 0) return [];
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Refusal>((resolve) => {
      const message = `the brokers did not confirm within ${milliseconds} ms: they are slow, cannot be reached, or close the connection, as they do where they want another certificate`;
      timer = setTimeout(resolve, milliseconds, { code: "TIMEOUT", message, final: false });
    });
    try {
      const isOld = this.#client !== undefined;
      const found = await this.#write(records, late);
      // An old connection was made with what the secret held then: once more, with what it holds now.
      const isRefused = found.every((refusal) => refusal?.code.includes("AUTHENTICATION"));
      return isOld && isRefused ? await this.#write(records, late) : found;
    } finally {
      clearTimeout(timer);
    }
  }

  async #write(records: readonly KafkaRecord[], late: Promise<Refusal>): Promise<(Refusal | undefined)[]> {
    const placed = await this.#unless(late, (client) => placedOf(records, client));
    if (!Array.isArray(placed)) return records.map(() => placed);
    const found: (Refusal | undefined)[] = records.map(() => undefined);
    const batches = batchesOf(placed);
    let trouble: Refusal | undefined;
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      for (const [partition, refusal] of await this.#send(batch, late, trouble)) {
        const own = batch.filter((record) => record.partition === partition);
        const half = own.length >> 1;
        // Of several records, one may be at fault.
        if (refusal.final && half > 0) batches.unshift(own.slice(0, half), own.slice(half));
        else for (const { place } of own) found[place] = refusal;
        if (!refusal.final) trouble = refusal;
      }
    }
    return found;
  }

  /** Sends a batch, unless one before it failed for a reason that would hold for it, too. */
  async #send(batch: readonly Placed[], late: Promise<Refusal>, trouble: Refusal | undefined): Promise<Refused> {
    const refused = trouble ?? (await this.#unless(late, (client) => client.send(batch)));
    if (!("code" in refused)) {
      // Its numbers of what was written would be wrong from here on, and brokers take a number only once.
      if (refused.size > 0) this.#drop();
      return refused;
    }
    return new Map(batch.map(({ partition }) => [partition, refused]));
  }

  async #unless<Result>(late: Promise<Refusal>, work: (client: Client) => Promise<Result>): Promise<Result | Refusal> {
    const working = async () => {
      this.#client ??= await this.connect();
      return { result: await work(this.#client) };
    };
    const done = await Promise.race([working().catch(this.refusal), late]);
    if ("result" in done) return done.result;
    this.#drop();
    return done;
  }

  #drop(): void {
    this.#client?.close();
    this.#client = undefined;
  }
}

/** Records with one key go to one partition; those without go to another one each time, all together, as they compress better so. */
async function placedOf(records: readonly KafkaRecord[], client: Client): Promise<Placed[]> {
  const count = await client.partitions();
  const any = Math.floor(Math.random() * count);
  return records.map((record, place) => ({
    ...record,
    place,
    partition: record.key === undefined ? any : client.partitionOf(record.key, count),
  }));
}

/** Returns the records in groups of which no partition has more than brokers take of one batch. */
function batchesOf(records: readonly Placed[]): Placed[][] {
  const batches: Placed[][] = [];
  const filled = new Map<number, { batch: number; bytes: number }>();
  for (const record of records) {
    const { batch, bytes } = filled.get(record.partition) ?? { batch: 0, bytes: 0 };
    const own = bytesOf(record);
    const next =
      bytes > 0 && bytes + own > BATCH_BYTES ? { batch: batch + 1, bytes: own } : { batch, bytes: bytes + own };
    filled.set(record.partition, next);
    const group = batches[next.batch] ?? [];
    group.push(record);
    batches[next.batch] = group;
  }
  return batches;
}

/** Returns the bytes of a record before compression, not less than brokers count. */
export function bytesOf({ key = "", headers, value }: KafkaRecord): number {
  let bytes = RECORD_BYTES + Buffer.byteLength(key) + Buffer.byteLength(value);
  for (const [name, text] of Object.entries(headers)) bytes += Buffer.byteLength(name) + Buffer.byteLength(text);
  return bytes;
}
