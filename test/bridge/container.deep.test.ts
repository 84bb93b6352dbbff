import { setTimeout } from "node:timers/promises";
import { gapOf } from "../../genesys/gap";
import { until, userIds } from "../operate/bridge/day";
import { NotificationServer } from "../operate/bridge/notifications";
import { root } from "../support/committed";
import { Image } from "./image";
import { DEFINITION, TaskAccount } from "./task";

/** The image's signals are those of Unix. */
const onUnix = process.platform === "win32" ? test.skip : test;
const [USER = ""] = userIds(1);

let image: Image;
let genesys: NotificationServer;
let account: TaskAccount;
let publishing: NodeJS.Timeout;
beforeAll(async () => {
  image = new Image(root);
  genesys = await new NotificationServer().listen();
  genesys.users = [USER];
  account = await TaskAccount.open();
  let n = 0;
  publishing = setInterval(() => genesys.publish(`v2.users.${USER}.conversations`, { n: ++n }, `c-${n}`), 50);
});
afterAll(async () => {
  clearInterval(publishing);
  genesys.close();
  await account.close();
  image.remove();
});

const start = () => image.run(account.variables(genesys));
const gaps = () => account.events.flatMap((event) => gapOf(event) ?? []);

onUnix(
  "the image's program puts what comes, shows that it lives, keeps until when in its parameter, and ends as it is told to",
  async () => {
    const first = start();
    await until(() => account.put.length > 2);
    expect(account.put[0]).toMatchObject({
      DetailType: "v2.users.{id}.conversations",
      Source: "notifications/dev/live",
    });
    await until(() => account.kept.includes('"ended":false'));

    first.signal("SIGTERM");
    expect({ code: await first.ended(), stderr: first.stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(account.kept)).toMatchObject({ ended: true });
    const [opened, figures] = first.log;
    expect(opened).toEqual({ time: expect.any(String), message: "1 subscription on 1 channel: 1 users × 1 = 1" });
    expect(figures).toMatchObject({ bus: "dev-live", events: expect.any(Number), gaps: 0, waited_seconds: 0 });
    expect(JSON.stringify(first.log)).not.toContain(genesys.env.GENESYSCLOUD_OAUTHCLIENT_SECRET);

    const second = start();
    await until(() => gaps().length > 0);
    expect(gaps()[0]).toMatchObject({ reason: "stopped", topics: ["v2.users.{id}.conversations"] });
    const { seen } = JSON.parse(account.kept);
    second.signal("SIGKILL");
    await second.ended();

    const third = start();
    await until(() => gaps().length > 1);
    expect(gaps()[1]).toMatchObject({ reason: "died", from: seen });
    third.signal("SIGTERM");
    expect(await third.ended()).toBe(0);
  },
);

onUnix(
  "the health check of image and task is one, and fails once the program shows no sign of life for 90 seconds",
  async () => {
    const [{ healthCheck }] = JSON.parse(String(DEFINITION.container_definitions));
    expect(healthCheck.command).toEqual(["CMD", ...image.healthCheck]);
    const put = account.put.length;
    const running = start();
    await until(() => account.put.length > put);
    expect(image.isHealthy()).toBe(true);

    running.signal("SIGSTOP");
    await setTimeout(50);
    image.ageHeartbeat(89);
    expect(image.isHealthy()).toBe(true);
    image.ageHeartbeat(91);
    expect(image.isHealthy()).toBe(false);
    running.signal("SIGKILL");
    await running.ended();
  },
);

test.each([
  ["without its settings", () => undefined, /^BRIDGE_SETTINGS is not set; the stack's task definition sets it$/],
  ["with others", () => "{", /^BRIDGE_SETTINGS is not what the stack writes: /],
  ["without its parameter", (text: string) => text.replace("/live/", "/gone/"), /^AWS refuses SSM GetParameter: /],
])("says in its log why it cannot begin, and ends: %s", async (_, edited, message) => {
  const { BRIDGE_SETTINGS: own = "", ...rest } = account.variables(genesys);
  const settings = edited(own);
  const running = image.run({ ...rest, ...(settings !== undefined && { BRIDGE_SETTINGS: settings }) });

  expect(await running.ended()).toBe(1);
  expect(running.log.at(-1)).toEqual({ time: expect.any(String), message: expect.stringMatching(message) });
  expect(running.stderr).toBe("");
});
