import { setTimeout } from "node:timers/promises";
import { bridgeTo, missing, Publisher, until, userIds } from "./day";
import { NotificationServer } from "./notifications";

// A machine that is busy takes longer.
jest.setTimeout(30_000);

let server: NotificationServer;
beforeEach(async () => {
  server = await new NotificationServer().listen(50);
  server.users = userIds(20);
});
afterEach(() => server.close());

test("a planned renewal loses no event and doubles none", async () => {
  const { bridge, put, gaps } = bridgeTo(server);
  await bridge.start();
  const publisher = new Publisher(server, server.users);
  const sent = publisher.send(600, 10);
  await setTimeout(50);

  server.closing(300);
  await sent;
  await until(() => put.length >= publisher.times.length);
  await setTimeout(20);
  await bridge.stop();

  expect(server.asked.filter((line) => line === "POST /api/v2/notifications/channels")).toHaveLength(2);
  expect({ ...missing(publisher.times, put, []), gaps }).toEqual({ absent: [], unsaid: [], doubled: [], gaps: [] });
});

test("a channel is renewed by its age, too, with nothing lost or doubled", async () => {
  const { bridge, put, gaps } = bridgeTo(server, { pace: { renewMs: 300 } });
  await bridge.start();
  const publisher = new Publisher(server, server.users);
  await publisher.send(1_000, 10);
  await until(() => server.asked.filter((line) => line.startsWith("PUT")).length >= 2);
  await until(() => put.length >= publisher.times.length);
  await bridge.stop();

  expect({ ...missing(publisher.times, put, []), gaps }).toEqual({ absent: [], unsaid: [], doubled: [], gaps: [] });
});

test("each loss of a socket is said with its bounds and its reason, and what comes after it comes", async () => {
  const { bridge, put, gaps } = bridgeTo(server);
  await bridge.start();
  const publisher = new Publisher(server, server.users);
  const losses = [() => server.drop(), () => server.revoke(), () => server.silence()];

  for (const [at, lose] of losses.entries()) {
    const sent = publisher.send(120, 2);
    await setTimeout(50);
    lose();
    await until(() => gaps.length > at);
    await sent;
    await publisher.send(1, 1);
    await until(() => put.at(-1)?.n === publisher.times.length - 1);
  }
  await bridge.stop();

  // A machine that is busy may seem silent more often.
  expect([...new Set(gaps.map(({ reason }) => reason))]).toEqual(["dropped", "subscription", "silent"]);
  expect(gaps[0]).toMatchObject({ topics: ["v2.users.{id}.presence"], subscriptions: 20 });
  const { unsaid, doubled } = missing(publisher.times, put, gaps);
  expect({ unsaid, doubled }).toEqual({ unsaid: [], doubled: [] });
});

test("says which topic is refused and why, and has those that it was combined with", async () => {
  server.refused.set("station", "missing permission: telephony:station:view");
  const topics = ["v2.users.{id}.presence", "v2.users.{id}.station"];
  const { bridge, put, said } = bridgeTo(server, { topics });
  await bridge.start();
  await new Publisher(server, server.users).send(20, 20);
  await until(() => put.length === 20);
  await bridge.stop();

  expect(said).toContain(
    "Genesys Cloud refuses v2.users.{id}.station: missing permission: telephony:station:view; give a role of the OAuth client that permission",
  );
});

test("keeps to what Genesys Cloud says where it is busy or fails, and asks with a new token", async () => {
  server.refuseNext(/^POST .*channels$/, { status: 429, headers: { "retry-after": "1" } });
  server.refuseNext(/^PUT/, { status: 503 });
  server.refuseNext(/^PUT/, { status: 401 });
  const { bridge, put } = bridgeTo(server);
  await bridge.start();
  await new Publisher(server, server.users).send(5, 5);
  await until(() => put.length === 5);
  await bridge.stop();

  expect(server.asked.filter((line) => line === "POST /oauth/token")).toHaveLength(2);
});

test("asks for all users again, and subscribes to those that are new", async () => {
  const { bridge, put } = bridgeTo(server, { pace: { refreshMs: 50 } });
  await bridge.start();
  server.users = userIds(1_003);
  await until(() => server.open.reduce((sum, { topics }) => sum + topics.size, 0) === 1_003);
  await new Publisher(server, server.users).send(1_003, 1_003);
  await until(() => put.length === 1_003);
  await bridge.stop();

  expect(new Set(put.map(({ n }) => n)).size).toBe(1_003);
  expect(server.open).toHaveLength(2);
});

test("ends where more ids are there than channels take, with the sum", async () => {
  server.users = userIds(20_001);

  await expect(bridgeTo(server).bridge.start()).rejects.toThrow(
    "20,001 users × 1 = 20,001 subscriptions, and 20 channels × 1,000 take 20,000",
  );
});
