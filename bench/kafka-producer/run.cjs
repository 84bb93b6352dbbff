// `node run.cjs [FUNCTION]`: the events a second that the function writes batch after batch, or where none is named, its client by itself.
const EVENTS = 60_000;
const BATCH = 100;
const WARM = 20;

const { topic, brokers, compression } = JSON.parse(process.env.SETTINGS);
const [, , file] = process.argv;

const batches = Array.from({ length: EVENTS / BATCH + WARM }, (_, nth) =>
  Array.from({ length: BATCH }, (_, place) => eventOf(nth * BATCH + place)),
);

function eventOf(nth) {
  const text = "made-up text ".repeat(60);
  const detail = { topicName: `v2.users.user-${nth % 50}.presence`, eventBody: { nth, text } };
  return { id: `event-${nth}`, "detail-type": "v2.users.{id}.presence", source: "made/up", detail };
}

function byFunction() {
  const { handler } = require(file);
  const context = { getRemainingTimeInMillis: () => 25_000 };
  const attributes = { SentTimestamp: String(Date.now()) };
  const record = (event) => ({ messageId: event.id, body: JSON.stringify({ rule: "rule", event }), attributes });
  const sent = batches.map((events) => ({ Records: events.map(record) }));
  return async (nth) => {
    const { batchItemFailures } = await handler(sent[nth], context);
    if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} events are not written`);
  };
}

function byClient() {
  const { ProduceAcks, Producer, stringSerializers } = require("@platformatic/kafka");
  const how = { serializers: stringSerializers, compression, acks: ProduceAcks.ALL, idempotent: true };
  const producer = new Producer({ clientId: "alone", bootstrapBrokers: brokers, ...how });
  const message = (event) => ({
    topic,
    key: event.detail.topicName.split(".")[2],
    headers: { event_id: event.id, topic: event["detail-type"] },
    value: JSON.stringify(event),
  });
  const sent = batches.map((events) => ({ messages: events.map(message) }));
  return (nth) => producer.send(sent[nth]);
}

async function main() {
  const write = file === undefined ? byClient() : byFunction();
  for (let nth = 0; nth < WARM; nth++) await write(nth);
  const begun = performance.now();
  for (let nth = WARM; nth < batches.length; nth++) await write(nth);
  process.stdout.write(String(EVENTS / ((performance.now() - begun) / 1000)));
  process.exit();
}

void main();
