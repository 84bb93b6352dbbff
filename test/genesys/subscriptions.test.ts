import { COMBINED_TOPIC_LENGTH } from "../../aws/limits";
import { subscriptionsOf, sumOf, sumText } from "../../genesys/subscriptions";

const [USER, OTHER, QUEUE] = [1, 2, 3].map((n) => `3c4f9f1e-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const texts = (topics: readonly string[], ids: Readonly<Record<string, readonly string[]>>) =>
  subscriptionsOf(topics, ids).map(({ text }) => text);

test("topics of one id that differ in their last part are one subscription, and others are not", () => {
  const topics = [
    "v2.users.{id}.station",
    "v2.users.{id}.presence",
    "v2.users.{id}.conversations.calls",
    "v2.routing.queues.{id}.users",
    "v2.system.health",
  ];

  expect(texts(topics, { users: [USER, OTHER], queues: [QUEUE] })).toEqual([
    `v2.routing.queues.${QUEUE}.users`,
    "v2.system.health",
    `v2.users.${USER}.conversations.calls`,
    `v2.users.${USER}?presence&station`,
    `v2.users.${OTHER}.conversations.calls`,
    `v2.users.${OTHER}?presence&station`,
  ]);
});

test("a combined topic is no longer than Genesys Cloud takes, with its id", () => {
  const topics = Array.from({ length: 40 }, (_, n) => `v2.users.{id}.topic${String(n).padStart(4, "0")}`);
  const all = subscriptionsOf(topics, { users: [USER] });

  expect(all.length).toBeGreaterThan(1);
  for (const { text } of all) expect(text.length).toBeLessThanOrEqual(COMBINED_TOPIC_LENGTH);
  // One more would not fit.
  const [first] = all;
  expect((first?.text.length ?? 0) + "&topic0000".length).toBeGreaterThan(COMBINED_TOPIC_LENGTH);
  expect(all.flatMap(({ topics }) => topics.map(([, topic]) => topic))).toEqual(topics);
});

test("the sum says how it comes about", () => {
  const topics = ["v2.users.{id}.station", "v2.users.{id}.presence", "v2.users.{id}.a.b", "v2.system.health"];
  const sum = sumOf(topics, (kind) => (kind === "users" ? 4_000 : undefined));

  expect([sum.total, sumText(sum)]).toEqual([8_001, "1 + 4,000 users × 2 = 8,001"]);
});
