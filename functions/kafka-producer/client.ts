import { isIP } from "node:net";
import {
  type ConnectionOptions,
  GenericError,
  murmur2,
  ProduceAcks,
  Producer,
  ProtocolError,
  ResponseError,
  stringSerializers,
} from "@platformatic/kafka";
import type { Refusal } from "./batch";
import type { Settings } from "./settings";
import type { Client, Placed, Refused } from "./writer";

/** Errors that a record has each time, whenever it is sent. */
const FINAL = new Set(["INVALID_RECORD", "INVALID_TIMESTAMP", "MESSAGE_TOO_LARGE", "RECORD_LIST_TOO_LARGE"]);
const MESSAGE_LENGTH = 1000;
const RETRIES = 4;
const FIRST_MILLISECONDS = 200;

type Login = Pick<ConnectionOptions, "sasl" | "tls">;

/** Connects to the brokers. */
export function kafkaClient(
  { topic, compression, acks }: Pick<Settings, "topic" | "compression" | "acks">,
  brokers: readonly string[],
  login: Login,
): Client {
  const isAll = acks === "all";
  const producer = new Producer({
    clientId: process.env.AWS_LAMBDA_FUNCTION_NAME ?? "kafka-producer",
    bootstrapBrokers: [...brokers],
    serializers: stringSerializers,
    compression,
    acks: isAll ? ProduceAcks.ALL : ProduceAcks.LEADER,
    idempotent: isAll,
    connectTimeout: 3_000,
    timeout: 5_000,
    metadataMaxAge: 60_000,
    retries: RETRIES,
    retryDelay: (_client, _operation, attempt) => FIRST_MILLISECONDS * 2 ** attempt,
    // Some brokers, such as those of Confluent Cloud, share an address, and are told apart by the name that is asked for.
    ...(brokers.every((broker) => isIP(broker.replace(/:\d+$/, "")) === 0) && { tlsServerName: true }),
    ...login,
  });
  return {
    async partitions() {
      const { topics } = await producer.metadata({ topics: [topic] });
      return topics.get(topic)?.partitionsCount ?? 1;
    },
    partitionOf: (key, partitions) => (murmur2(Buffer.from(key)) & 0x7fffffff) % partitions,
    async send(records) {
      const messages = records.map(({ partition, key, headers, value }) => ({
        topic,
        partition,
        headers: { ...headers },
        value,
        ...(key !== undefined && { key }),
      }));
      try {
        await producer.send({ messages });
        return new Map();
      } catch (error) {
        return refusedOf(records, error);
      }
    },
    close() {
      // Nothing is lost with it: what it did not confirm is sent again by the next one.
      producer.close(true, () => {});
    },
  };
}

/** Returns the partitions that an error is about: what a broker has confirmed is in the topic, whatever became of the rest. */
function refusedOf(records: readonly Placed[], error: unknown): Refused {
  const refused = new Map(records.map(({ partition }) => [partition, refusalOf(error)]));
  const answers = answersIn(error);
  for (const { index, errorCode } of answers.filter(({ errorCode }) => errorCode !== 0))
    refused.set(index, refusalOf(new ProtocolError(errorCode)));
  for (const { index, errorCode } of answers) if (errorCode === 0) refused.delete(index);
  const { offsets = [] } = Object(Object(error).produced);
  for (const { partition } of offsets) refused.delete(partition);
  return refused;
}

interface PartitionAnswer {
  readonly index: number;
  readonly errorCode: number;
}

/** Returns all that brokers answered, the latest last. */
function answersIn(error: unknown): PartitionAnswer[] {
  if (error instanceof ResponseError) {
    const { responses = [] } = Object(Object(error).response);
    return responses.flatMap((topic: unknown): PartitionAnswer[] => Object(topic).partitionResponses ?? []);
  }
  return error instanceof AggregateError ? error.errors.flatMap(answersIn) : [];
}

/** Returns what an error of the client means, without anything of the records. */
export function refusalOf(error: unknown): Refusal {
  const chain = chainOf(error);
  const code = codeOf(chain.findLast((link) => link instanceof GenericError) ?? error);
  const messages = chain.flatMap((link) => [Object(link).message, Object(link).serverErrorMessage]);
  const message = [...new Set(messages.filter((text) => typeof text === "string"))].join(" ");
  return { code, message: message.slice(0, MESSAGE_LENGTH), final: FINAL.has(code) };
}

/** Returns an error and its causes, of several tries those of the last. */
function chainOf(error: unknown): unknown[] {
  if (error instanceof AggregateError) return chainOf(error.errors.at(-1));
  return error instanceof Error && error.cause !== undefined ? [error, ...chainOf(error.cause)] : [error];
}

function codeOf(error: unknown): string {
  if (error instanceof ProtocolError) return String(Object(error).apiId);
  if (error instanceof GenericError) return error.code.replace(/^PLT_KFK_/, "");
  return error instanceof Error ? error.name : "UNKNOWN";
}
