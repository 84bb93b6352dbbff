import { runBridge } from "../../../commands/bridge/run";
import type { Seen } from "../../../operate/bridge/checkpoint";
import { genesysAccess } from "../../../operate/genesys/access";
import { GenesysCloud } from "../../../operate/genesys/cloud";
import { Publisher, until, userIds } from "../../operate/bridge/day";
import { NotificationServer } from "../../operate/bridge/notifications";
import { FAST } from "../../operate/bridge/pace";

test("told to end while the bus takes nothing, it waits so long and no longer, and keeps since when events are missing", async () => {
  const server = await new NotificationServer().listen();
  server.users = userIds(5);
  const kept: Seen[] = [];
  const ending = new AbortController();
  let calls = 0;
  let brokenOff = 0;
  const ended = runBridge({
    subscribed: { topics: ["v2.users.{id}.presence"], ids: { users: "all" } },
    cloud: new GenesysCloud(genesysAccess(server.env, undefined)),
    to: {
      bus: "dev-live",
      source: "notifications/dev/live",
      put: (_, signal) =>
        new Promise((_, reject) => {
          calls++;
          signal.addEventListener("abort", () => {
            brokenOff++;
            reject(new Error("broken off"));
          });
        }),
    },
    checkpoint: { read: async () => undefined, write: async (seen) => void kept.push(seen) },
    pace: { ...FAST, drainMs: 100 },
    ending: ending.signal,
    say: () => undefined,
    figures: () => undefined,
    alive: () => undefined,
  });
  await until(() => kept.length > 0);
  const publisher = new Publisher(server, server.users);
  await publisher.send(10, 10);
  await until(() => calls > 0);
  ending.abort();

  await expect(ended).rejects.toThrow("10 events could not be put in time; what is missing is said at the next start");
  server.close();
  expect(brokenOff).toBe(calls);
  const last = kept.at(-1);
  expect(last?.ended).toBe(true);
  expect(Date.parse(last?.seen ?? "")).toBeLessThanOrEqual(publisher.times[0] ?? 0);
});
