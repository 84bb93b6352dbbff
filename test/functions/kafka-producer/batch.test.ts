import { type DeadLetter, type Message, type Refusal, writeBatch } from "../../../functions/kafka-producer/batch";

const RULE = "arn:aws:events:us-east-1:123456789012:rule/bus/all";
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:dev-log";
const NOW = Date.parse("2026-11-28T12:00:00Z");
const HOUR = 3_600_000;
const AWAY: Refusal = { code: "NETWORK", message: "nobody answers", final: false };
const LARGE: Refusal = { code: "MESSAGE_TOO_LARGE", message: "too large", final: true };
/** A number of more digits than JavaScript keeps. */
const text = (id: string) =>
  `{"id":"${id}","detail-type":"t","detail":{"topicName":"v2.users.u-${id}.presence","n":12345678901234567890}}`;

function message(id: string, ageMilliseconds = 0, body = `{"rule":"${RULE}","event":${text(id)}}`): Message {
  return { messageId: id, body, attributes: { SentTimestamp: String(NOW - ageMilliseconds) } };
}

/** Writes a batch where some events are refused, by their ids. */
async function written(messages: readonly Message[], refused: Readonly<Record<string, Refusal>>, isFull = false) {
  const letters: DeadLetter[] = [];
  const keys: (string | undefined)[] = [];
  const values: string[] = [];
  const answer = writeBatch(messages, {
    settings: { key_path: "topic[2]", queue: QUEUE, hours: 24 },
    produce: async (records) =>
      records.map(({ key, value, headers }) => {
        keys.push(key);
        values.push(value);
        return refused[headers.event_id ?? ""];
      }),
    bury: async (letter) => {
      if (isFull) throw new Error("no");
      letters.push(letter);
    },
    log: () => {},
    now: () => NOW,
  });
  return { again: (await answer).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), letters, keys, values };
}

test("writes the event as it came, to the digit, with its key", async () => {
  const { again, keys, values } = await written([message("a")], {});

  expect({ again, keys, values }).toEqual({ again: [], keys: ["u-a"], values: [text("a")] });
});

test("gives back what failed, and nothing else", async () => {
  expect(await written([message("a"), message("b")], { b: AWAY })).toMatchObject({ again: ["b"], letters: [] });
});

test("fails as a whole where nothing could be dealt with, so that Lambda counts it", async () => {
  await expect(written([message("a"), message("b")], { a: AWAY, b: AWAY })).rejects.toThrow(/NETWORK/);
});

test("buries at once what would be refused each time, in EventBridge's form", async () => {
  const { again, letters } = await written([message("a")], { a: LARGE });

  expect(again).toEqual([]);
  expect(letters).toEqual([
    {
      body: text("a"),
      attributes: { ERROR_CODE: "MESSAGE_TOO_LARGE", ERROR_MESSAGE: "too large", RULE_ARN: RULE, TARGET_ARN: QUEUE },
    },
  ]);
});

test("buries after a day what may pass, not before", async () => {
  const both = [message("old", 24 * HOUR), message("young", 24 * HOUR - 1)];
  const { again, letters } = await written(both, { old: AWAY, young: AWAY });

  expect(again).toEqual(["young"]);
  expect(letters.map(({ attributes }) => attributes.ERROR_CODE)).toEqual(["NETWORK"]);
});

test("keeps what the dead-letter queue does not take", async () => {
  expect(await written([message("a"), message("b")], { a: LARGE }, true)).toMatchObject({ again: ["a"] });
});

test("buries a message that holds no event, under no rule", async () => {
  const { again, letters } = await written([message("x", 0, "not JSON"), message("a")], {});

  expect(again).toEqual([]);
  expect(letters).toEqual([{ body: "not JSON", attributes: expect.objectContaining({ ERROR_CODE: "NO_EVENT" }) }]);
  expect(letters[0]?.attributes).not.toHaveProperty("RULE_ARN");
});
