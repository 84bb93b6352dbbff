import { KAFKA_BATCH_BYTES } from "../../../aws/limits";
import { recordOf } from "../../../functions/kafka-producer/record";
import { bytesOf } from "../../../functions/kafka-producer/writer";
import { accessFaults } from "../../../parts/kafka-access";
import type { Fault } from "../../../text/issue";
import type { CheckedDestination, TargetOptions, Wanted } from "../../destination-type";
import type { KafkaDestination } from "../../kafka";
import type { Written } from "../found";
import { topicPartFaults } from "../item/topic-parts";
import { topicPart } from "../item/value";

const AS_KEY = {
  noun: "a key",
  required: false,
  structure: { fate: "a key is text or a number: an event with anything else there is written without a key" },
};

/** Returns the value of the event that is the record's key. */
export function keyWants({ key_path }: TargetOptions & { readonly key_path?: string | undefined }): Wanted[] {
  if (key_path === undefined || topicPart(key_path) !== undefined) return [];
  return [{ key: ["key_path"], path: key_path, use: AS_KEY }];
}

/** Finds brokers that cannot be reached as they are written, and keys that tell no event from another. */
export function producerFaults(keys: KafkaDestination, destination: CheckedDestination): Fault[] {
  const { path, place } = destination;
  return [
    ...accessFaults(keys, path, place, {
      client: "a function looks",
      owner: "a destination writes to",
      deed: "writes",
      secret: "kafka/writer",
      idle: ["ca_certificate"],
    }),
    ...topicPartFaults([{ at: ["key_path"], value: keys.key_path, ifFixed: "all go to one partition" }], destination),
  ];
}

/** Returns the record of an event, by the same code as the function's. */
export function recordWritten({ topic, key_path }: KafkaDestination, event: unknown): Written {
  const record = recordOf(JSON.stringify(event), event, key_path);
  const bytes = bytesOf(record);
  const { key = null, headers, value } = record;
  const doubt = `has ${bytes} bytes, and a topic takes batches of ${KAFKA_BATCH_BYTES}, compressed, unless max.message.bytes says more: a dead letter where it has not`;
  return { record: { topic, key, headers, value, bytes }, ...(bytes > KAFKA_BATCH_BYTES && { doubt }) };
}
