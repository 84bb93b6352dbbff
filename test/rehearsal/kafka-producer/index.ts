/**
 * `node bin/run.cjs test/rehearsal/kafka-producer/index.ts [EVENTS]`: the bundled function against a real Kafka. Every compression that its client has;
 * 10,000 events, the broker killed in the midst of a batch and started again; a record that is too large; a login with a secret that is rotated, and one by certificate.
 * Nothing is lost; what came twice is counted and said. What was written is read by Kafka's own client.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newerNode } from "../engines/newer-node";
import { Broker, missingPrograms } from "./broker";
import { Producing, type QueueMessage, Services } from "./produced";

const EVENTS = Number(process.argv[2] ?? 10_000);
const BATCH = 100;
const FUNCTIONS = 3;
const CODECS = ["none", "gzip", "snappy", "lz4", "zstd"] as const;
const RULE = "arn:aws:events:us-east-1:123456789012:rule/bus/all";

function event(nth: number, more = "") {
  return {
    id: `event-${nth}`,
    "detail-type": "v2.users.{id}.presence",
    source: "made/up",
    detail: {
      topicName: `v2.users.user-${nth % 50}.presence`,
      eventBody: { nth, text: `${"Grüße, 世界 ".repeat(20)}${more}` },
    },
  };
}

function message(value: { readonly id: string }): QueueMessage {
  const body = `{"rule":${JSON.stringify(RULE)},"event":${JSON.stringify(value)}}`;
  return { messageId: value.id, body, attributes: { SentTimestamp: String(Date.now()) } };
}

function expectThat(holds: boolean, what: string, found?: unknown): void {
  if (!holds) throw new Error(`${what}${found === undefined ? "" : `: ${JSON.stringify(found).slice(0, 2000)}`}`);
}

const say = (line: string) => console.log(line);
const numbers = (count: number) => Array.from({ length: count }, (_, nth) => nth);

async function everyCodec(broker: Broker, made: (settings: object) => Producing): Promise<void> {
  const topics = CODECS.map((codec) => `codec-${codec}`);
  await broker.createTopics(3, ...topics);
  const events = numbers(300).map((nth) => event(nth));
  for (const codec of CODECS) {
    const own = made({ topic: `codec-${codec}`, compression: codec, key_path: "topic[2]" });
    const { failed, error } = await own.batch(events.map(message));
    expectThat(failed.length === 0, `${codec}: not everything is written`, error);
  }
  const records = await broker.read(...topics);
  for (const topic of topics) {
    const own = records.filter((record) => record.topic === topic);
    const values = new Set(own.map(({ value }) => value));
    expectThat(own.length === 300 && events.every((one) => values.has(JSON.stringify(one))), `${topic}: other values`);
  }
  const astray = records.filter(({ partition, own }) => partition !== own);
  expectThat(astray.length === 0, "a key is in another partition than Kafka's own client puts it", astray[0]);
  const [first] = records;
  expectThat(first?.headers.topic === "v2.users.{id}.presence" && /^user-/.test(first.key ?? ""), "no headers", first);
  say(`${CODECS.join(", ")}: 300 events each are as they were, by key where Kafka's own client puts them`);
}

async function outage(broker: Broker, made: (settings: object) => Producing): Promise<void> {
  await broker.createTopics(3, "outage");
  const queue = numbers(EVENTS).map((nth) => message(event(nth)));
  const functions = numbers(FUNCTIONS).map(() => made({ topic: "outage", key_path: "topic[2]" }));
  let [again, batches] = [0, 0];
  let restarted: Promise<void> | undefined;
  const work = async (own: Producing) => {
    for (;;) {
      const batch = queue.splice(0, BATCH);
      if (batch.length === 0) return;
      batches++;
      const answered = own.batch(batch, 12_000);
      if (restarted === undefined && batches * BATCH * 4 > EVENTS)
        restarted = broker
          .kill()
          .then(() => new Promise((resolve) => setTimeout(resolve, 2_000)))
          .then(() => broker.start());
      const failed = new Set((await answered).failed);
      again += failed.size;
      queue.push(...batch.filter(({ messageId }) => failed.has(messageId)));
      if (failed.size > 0) await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  await Promise.all(functions.map(work));
  await restarted;
  // One may have ended while another's events came again.
  await Promise.all(functions.map(work));
  const records = await broker.read("outage");
  const ids = new Set(records.map(({ headers }) => headers.event_id));
  const lost = numbers(EVENTS).filter((nth) => !ids.has(`event-${nth}`));
  expectThat(restarted !== undefined, "the broker was never killed");
  expectThat(lost.length === 0, `${lost.length} events are lost`, lost);
  expectThat(ids.size === EVENTS, "there are events that nobody sent");
  say(
    `${EVENTS} events, the broker killed in the midst: ${again} were given back and came again; none is lost, ${records.length - EVENTS} are there twice`,
  );
}

async function tooLarge(broker: Broker, made: (settings: object) => Producing, services: Services): Promise<void> {
  await broker.createTopics(1, "large");
  const large = event(
    500,
    numbers(60_000)
      .map((nth) => Math.sin(nth).toString(36))
      .join(""),
  );
  // Together more than a batch may have, and each small enough.
  const events = [...numbers(50), 500, ...numbers(50).map((nth) => nth + 50)].map((nth) =>
    nth === 500 ? large : event(nth, "x".repeat(30_000)),
  );
  const { failed, error } = await made({ topic: "large", compression: "none" }).batch(events.map(message));
  expectThat(failed.length === 0, "what can be written comes again", error);
  const records = await broker.read("large");
  const ids = new Set(records.map(({ headers }) => headers.event_id));
  const [letter] = services.letters;
  expectThat(ids.size === 100 && !ids.has("event-500"), "not all but the large one are there", ids.size);
  expectThat(services.letters.length === 1 && letter?.MessageBody === JSON.stringify(large), "no dead letter of it");
  const { ERROR_CODE, RULE_ARN } = letter?.MessageAttributes ?? {};
  expectThat(ERROR_CODE?.StringValue === "MESSAGE_TOO_LARGE" && RULE_ARN?.StringValue === RULE, "another form", letter);
  say(
    "one record that is too large is a dead letter at once, in EventBridge's form, and the 100 around it are written",
  );
}

async function rotation(broker: Broker, made: (settings: object) => Producing, services: Services): Promise<void> {
  await broker.createTopics(1, "login");
  services.secrets.set("ca", { certificate: broker.authority });
  services.secrets.set("login", { username: "writer", password: "wrong" });
  const auth = { type: "scram_sha_512", credentials: { secrets_manager: "login" } };
  const brokers = [`127.0.0.1:${broker.tls}`];
  const own = made({ topic: "login", brokers, auth, ca_certificate: { secrets_manager: "ca" } });
  const refused = await own.batch([message(event(1))]);
  expectThat(/AUTHENTICATION/.test(refused.error ?? ""), "a wrong password is let in", refused);
  services.secrets.set("login", { username: "writer", password: "right" });
  const taken = await own.batch([message(event(1))]);
  expectThat(
    taken.failed.length === 0 && (await broker.read("login")).length === 1,
    "a new secret is not taken up",
    taken,
  );
  say(`a wrong password is refused (${refused.error}); the right one is taken up by the same function`);
}

async function certificate(broker: Broker, made: (settings: object) => Producing, services: Services): Promise<void> {
  await broker.createTopics(1, "mutual");
  services.secrets.set("ca", { certificate: broker.authority });
  services.secrets.set("own", { certificate: broker.authority, privateKey: broker.privateKey });
  const to = { topic: "mutual", brokers: [`127.0.0.1:${broker.mutual}`], ca_certificate: { secrets_manager: "ca" } };
  const refused = await made(to).batch([message(event(1))], 8_000);
  expectThat(refused.failed.length > 0 || refused.error !== undefined, "who has no certificate is let in", refused);
  const taken = await made({ ...to, auth: { type: "mtls", certificate: { secrets_manager: "own" } } }).batch([
    message(event(2)),
  ]);
  expectThat(taken.failed.length === 0 && taken.error === undefined, "who has the certificate is not let in", taken);
  const written = (await broker.read("mutual")).map(({ headers }) => headers.event_id);
  expectThat(written.join() === "event-2", "another record is there", written);
  say(`without a certificate nothing is written (${refused.error}); with the one that is trusted the record is there`);
}

async function main(): Promise<void> {
  const missing = missingPrograms();
  if (missing.length > 0) {
    say(`the function was not tried with a broker: ${missing.join(" and ")} not found`);
    return;
  }
  const work = mkdtempSync(join(tmpdir(), "kafka-producer-"));
  const services = new Services();
  const started: Producing[] = [];
  const broker = await Broker.made(work, ["writer", "right"]);
  try {
    const node = join(newerNode(), process.platform === "win32" ? "node.exe" : "node");
    const endpoint = await services.start();
    const made = (settings: object) => {
      const own = new Producing(node, endpoint, { brokers: [broker.address], ...settings });
      started.push(own);
      return own;
    };
    await everyCodec(broker, made);
    await tooLarge(broker, made, services);
    await rotation(broker, made, services);
    await certificate(broker, made, services);
    await outage(broker, made);
  } finally {
    for (const own of started) own.stop();
    services.stop();
    await broker.kill();
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
