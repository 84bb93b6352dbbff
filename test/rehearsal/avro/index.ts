/**
 * `node bin/run.cjs test/rehearsal/avro/index.ts`: the function that puts decoded records on a bus, against a real Kafka, a schema
 * registry and Lambda's poller as it is documented: two schemas, a codec, what cannot be decoded between others, a bus that refuses
 * for a while, a restart that goes on where it was. Skipped where there is no Java.
 */
import { deepStrictEqual } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Reading } from "../../functions/records/reading";
import { fetchJars, missing, startBroker } from "./broker";
import { Poller } from "./poller";
import { Registry } from "./registry";
import { Topic } from "./topic";

const FIRST = '{"type":"record","name":"Order","fields":[{"name":"id","type":"long"}]}';
const SECOND =
  '{"type":"record","name":"Order","fields":[{"name":"id","type":"long"},{"name":"note","type":["null","string"],"default":null}]}';

interface Sent {
  readonly partition: number;
  readonly value: string | null;
}

const framed = (id: number, avro: Buffer) => {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(id, 1);
  return Buffer.concat([head, avro]).toString("base64");
};

async function main(): Promise<void> {
  const program = missing();
  if (program !== undefined) {
    console.log(`skipped: there is no ${program}`);
    return;
  }
  fetchJars();
  const work = mkdtempSync(join(tmpdir(), "avro-"));
  const registry = new Registry(
    new Map([
      [1, FIRST],
      [2, SECOND],
    ]),
  );
  const { address, broker } = await startBroker(work);
  const topic = new Topic(address);
  try {
    await topic.ask({ do: "create" });
    await readAll(topic, await registry.start());
    console.log(`the registry was asked for schemas ${[...new Set(registry.asked)].join(", ")}`);
  } finally {
    registry.stop();
    topic.stop();
    broker.kill();
    rmSync(work, { recursive: true, force: true });
  }
}

async function readAll(topic: Topic, registry: string): Promise<void> {
  const order = async (id: number): Promise<Sent> => {
    const [version, note] = id % 2 === 0 ? [1, ""] : [2, `,"note":{"string":"n${id}"}`];
    return {
      partition: id % 2,
      value: framed(version, await topic.encoded(version === 1 ? FIRST : SECOND, `{"id":${id}${note}}`)),
    };
  };
  const orders = await Promise.all(Array.from({ length: 40 }, (_, id) => order(id)));
  const long = framed(2, await topic.encoded(SECOND, `{"id":99,"note":{"string":"${"x".repeat(1_100_000)}"}}`));
  const odd: Sent[] = [
    { partition: 0, value: Buffer.from("no AVRO at all").toString("base64") },
    { partition: 0, value: framed(3, Buffer.from([2])) },
    { partition: 1, value: framed(2, Buffer.from([0xff])) },
    { partition: 1, value: null },
    { partition: 1, value: long },
  ];
  const records = [...orders.slice(0, 20), ...odd, ...orders.slice(20)];
  await topic.ask({ do: "produce", codec: "lz4", records });

  const reading = new Reading();
  const refusals = ["ThrottlingException", "InternalFailure", "ThrottlingException"];
  reading.refuse = ({ Detail }) => (JSON.parse(Detail).eventBody?.id === 31 ? refusals.shift() : undefined);
  const poller = new Poller(topic, registry, reading);
  await poller.run("aws");

  const ids = reading.bodies.map((body) => (body === null ? null : Object(body).id));
  deepStrictEqual(
    new Set(ids),
    new Set([...Array.from({ length: 40 }, (_, id) => id), null]),
    "not every record is on the bus",
  );
  deepStrictEqual(
    firstTimes(ids, 0),
    firstTimes(ids, 0).toSorted((a, b) => a - b),
    "a partition is out of order",
  );
  deepStrictEqual(Object(reading.bodies.find((body) => Object(body).id === 7)), { id: 7, note: "n7" });
  deepStrictEqual(
    poller.lost.map(({ why }) => why).sort(),
    ["DESERIALIZATION_ERROR", "DESERIALIZATION_ERROR", "SCHEMA_NOT_FOUND"],
    "what cannot be decoded is not put away",
  );
  deepStrictEqual(reading.letters.length, 1, "an event above 1 MB is not buried");
  console.log(
    `${records.length} records, ${new Set(ids).size} on the bus, ${ids.length - new Set(ids).size} twice, ${poller.lost.length} not decoded, ${reading.letters.length} too long, in ${poller.calls} calls`,
  );

  const more = await Promise.all([100, 101, 102].map(order));
  await topic.ask({ do: "produce", codec: "zstd", records: more });
  const next = new Reading();
  await new Poller(topic, registry, next).run("aws");
  deepStrictEqual(next.bodies.map((body) => Object(body).id).sort(), [100, 101, 102], "read again, or lost");
  console.log("a restart goes on where the group was");
}

/** Returns the ids of a partition in the order in which they came first. */
function firstTimes(ids: readonly (number | null)[], partition: number): number[] {
  return [...new Set(ids)].filter((id): id is number => id !== null && id % 2 === partition);
}

void main();
