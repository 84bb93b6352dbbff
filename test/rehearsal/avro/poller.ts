import { type Reading, record } from "../../functions/records/reading";
import { schemaOf } from "./registry";
import type { Raw, Topic } from "./topic";

/** A message of Lambda's own for the dead-letter queue: the place of a record and why it was not passed on. */
export interface Lost {
  readonly partition: number;
  readonly offset: number;
  readonly why: "DESERIALIZATION_ERROR" | "SCHEMA_NOT_FOUND";
}

/**
 * Lambda's poller, as its developer guide describes it ("Using schema registries with Kafka event sources" and "Configuring error
 * handling controls for Kafka event sources", 2026-11): it decodes each value, puts away what it cannot decode, passes the rest on in
 * base64, and goes on from the record that the function names for a partition.
 */
export class Poller {
  readonly lost: Lost[] = [];
  calls = 0;

  constructor(
    private readonly topic: Topic,
    private readonly registry: string,
    private readonly reading: Reading,
  ) {}

  /** Reads until the topic has no more, or for so many calls of the function. */
  async run(group: string, most = 50): Promise<void> {
    await this.topic.ask({ do: "join", group });
    for (let empty = 0; empty < 2 && this.calls < most; ) {
      const raw = await this.topic.poll();
      empty = raw.length === 0 ? empty + 1 : 0;
      if (raw.length > 0) await this.#pass(raw);
    }
  }

  async #pass(raw: readonly Raw[]): Promise<void> {
    const offsets: Record<number, number> = {};
    const batch: Record<string, ReturnType<typeof record>[]> = {};
    for (const one of raw) {
      offsets[one.partition] = one.offset + 1;
      const decoded = await this.#decoded(one);
      if (typeof decoded === "object") this.lost.push(decoded);
      else
        batch[`${one.topic}-${one.partition}`] = [
          ...(batch[`${one.topic}-${one.partition}`] ?? []),
          passed(one, decoded),
        ];
    }
    this.calls++;
    const { batchItemFailures } = await this.reading.batch(batch);
    for (const { itemIdentifier } of batchItemFailures)
      offsets[Number(itemIdentifier.partition.split("-").at(-1))] = itemIdentifier.offset;
    await this.topic.ask({ do: "go", offsets });
  }

  /** Returns the JSON of a value in Confluent's form: a zero, four bytes of the schema's id, then AVRO. */
  async #decoded({ partition, offset, value }: Raw): Promise<string | undefined | Lost> {
    if (value === null) return undefined;
    const bytes = Buffer.from(value, "base64");
    if (bytes[0] !== 0 || bytes.length < 5) return { partition, offset, why: "DESERIALIZATION_ERROR" };
    const schema = await schemaOf(this.registry, bytes.readUInt32BE(1));
    if (schema === undefined) return { partition, offset, why: "SCHEMA_NOT_FOUND" };
    try {
      const ask = { do: "decode", schema, bytes: bytes.subarray(5).toString("base64") };
      return JSON.stringify((await this.topic.ask(ask)).value);
    } catch {
      return { partition, offset, why: "DESERIALIZATION_ERROR" };
    }
  }
}

function passed({ value: _, offset, ...place }: Raw, decoded: string | undefined) {
  return record(offset, decoded, place);
}
