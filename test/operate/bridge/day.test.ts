import { setTimeout } from "node:timers/promises";
import { bridgeTo, missing, Publisher, until, userIds } from "./day";
import { NotificationServer } from "./notifications";

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
  await setTimeout(50);
  await bridge.stop();

  expect(server.asked.filter((line) => line === "POST /api/v2/notifications/channels")).toHaveLength(2);
  expect({ ...missing(publisher.times, put, []), gaps }).toEqual({ absent: [], unsaid: [], doubled: [], gaps: [] });
});

test("each loss of a socket is said with its bounds and its reason, and what comes after it comes", async () => {
  const { bridge, put, gaps } = bridgeTo(server);
  await bridge.start();
  const publisher = new Publisher(server, server.users);
  const losses = [
    () => server.drop(),
    () => server.revoke(),
    () => {
      server.silence(true);
      void until(() => server.asked.filter((line) => line.startsWith("PUT")).length === 4).then(() =>
        server.silence(false),
      );
    },
  ];

  for (const [at, lose] of losses.entries()) {
    const sent = publisher.send(120, 2);
    await setTimeout(50);
    lose();
    await until(() => gaps.length > at);
    await sent;
  }
  await bridge.stop();

  expect(gaps.map(({ reason, topics, subscriptions }) => [reason, topics, subscriptions])).toEqual(
    ["dropped", "subscription", "silent"].map((reason) => [reason, ["v2.users.{id}.presence"], 20]),
  );
  const { unsaid, doubled } = missing(publisher.times, put, gaps);
  expect({ unsaid, doubled }).toEqual({ unsaid: [], doubled: [] });
  expect(put.at(-1)?.n).toBe(publisher.times.length - 1);
});
