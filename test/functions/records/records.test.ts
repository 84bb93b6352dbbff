import { named, QUEUE, Reading, record } from "./reading";

const some = (count: number) => Array.from({ length: count }, (_, nth) => record(nth, `{"nth":${nth}}`));
const nth = (entry: { readonly Detail: string }) => JSON.parse(entry.Detail).eventBody.nth;

test("puts each record on the bus, in the envelope of every event, with the bytes that it was decoded to", async () => {
  const reading = new Reading();

  await reading.read([record(7, '{"id":12345678901234567890}', { key: Buffer.from('"k"').toString("base64") })]);

  expect(reading.events).toEqual([
    {
      EventBusName: "dev-cx",
      Source: "kafka/dev/cx",
      DetailType: "interactions",
      Detail:
        '{"topicName":"interactions","version":"2","eventBody":{"id":12345678901234567890},"metadata":{"partition":0,"offset":7,"timestamp":1795850692203,"key":["k"]}}',
    },
  ]);
});

test.each([
  ["no JSON, in base64", Buffer.from([0xff]).toString("base64"), ["/w=="]],
  ["none", undefined, []],
])("writes a key as a pipe does: %s", async (_, key, expected) => {
  const reading = new Reading();

  await reading.read([record(0, "{}", { key })]);

  expect(JSON.parse(reading.events[0]?.Detail ?? "").metadata.key).toEqual(expected);
});

test("makes an event of a record without a value, which would stop a pipe", async () => {
  const reading = new Reading();

  expect(await reading.read([record(0, undefined), record(1, "1")])).toBeUndefined();
  expect(reading.bodies).toEqual([null, 1]);
});

test("buries what is no JSON with its value, partition, offset and reason, and goes on", async () => {
  const reading = new Reading();

  expect(await reading.read([record(0, '{"nth":0}'), record(1, "no JSON"), record(2, '{"nth":2}')])).toBeUndefined();

  expect(reading.events.map(nth)).toEqual([0, 2]);
  const [letter] = reading.letters;
  expect(letter?.QueueUrl).toBe(QUEUE);
  expect(JSON.parse(letter?.MessageBody ?? "")).toEqual(record(1, "no JSON"));
  expect(letter?.MessageAttributes.ERROR_CODE?.StringValue).toBe("MalformedDetail");
  expect(JSON.stringify(reading.log)).not.toContain("no JSON at all");
});

test("buries a record that EventBridge never takes by its place alone where it is too long for a message", async () => {
  const reading = new Reading();

  await reading.read([record(0, JSON.stringify("x".repeat(1_048_576))), record(1, '{"nth":1}')]);

  const { value: _, ...place } = record(0, "");
  expect(JSON.parse(reading.letters[0]?.MessageBody ?? "")).toEqual(place);
  expect(reading.events.map(nth)).toEqual([1]);
});

test("goes on from the first record that EventBridge may take later, and puts none behind its group before it", async () => {
  const reading = new Reading();
  reading.refuse = (entry) => (nth(entry) === 12 ? "ThrottlingException" : undefined);

  expect(await reading.read(some(35))).toBe(12);
  expect(reading.events.map(nth)).toEqual([...Array.from({ length: 20 }, (_, n) => n)].filter((n) => n !== 12));
  expect(reading.calls).toBe(2);

  reading.refuse = () => undefined;
  expect(await reading.read(some(35).slice(12))).toBeUndefined();
  expect([...new Set(reading.events.map(nth))].sort((a, b) => a - b)).toEqual(some(35).map(({ offset }) => offset));
});

test("goes on from the start where the permission for PutEvents is gone, and loses nothing", async () => {
  const reading = new Reading();
  reading.refuse = () => named("AccessDeniedException");

  expect(await reading.read(some(3))).toBe(0);
  expect([reading.events, reading.letters]).toEqual([[], []]);
  expect(reading.log).toEqual([expect.objectContaining({ offset: 0, code: "AccessDeniedException" })]);
});

test("goes on from a record that it cannot bury where the permission for the queue is gone", async () => {
  const reading = new Reading();
  reading.queueRefuses = true;

  expect(await reading.read([record(0, "{}"), record(1, "no JSON"), record(2, "{}")])).toBe(1);
});

test("finds the one entry that has a whole call refused, and buries it", async () => {
  const reading = new Reading();
  reading.refuse = (entry) => (nth(entry) === 1 ? named("ValidationException") : undefined);

  expect(await reading.read(some(3))).toBeUndefined();
  expect(reading.events.map(nth)).toEqual([0, 2]);
  expect(reading.letters).toHaveLength(1);
});

test("answers before it runs out of time, and keeps each partition's own place", async () => {
  const late = new Reading();
  const reading = new Reading();
  reading.refuse = (entry) => (nth(entry) === "b" ? "InternalFailure" : undefined);

  expect(await late.read(some(3), 1_000)).toBe(0);
  expect(
    await reading.batch({ "t-0": [record(4, '{"nth":"a"}')], "t-1": [record(9, '{"nth":"b"}', { partition: 1 })] }),
  ).toEqual({ batchItemFailures: [{ itemIdentifier: { partition: "t-1", offset: 9 } }] });
});

test("takes a test event of the console, which has no records", async () => {
  expect(await new Reading().batch(Object({ records: undefined }).records)).toEqual({ batchItemFailures: [] });
});
