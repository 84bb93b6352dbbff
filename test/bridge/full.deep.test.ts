import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { gapOf } from "../../genesys/gap";
import { until, userIds } from "../operate/bridge/day";
import { NotificationServer } from "../operate/bridge/notifications";
import { root } from "../support/committed";
import { Image, type Running } from "./image";
import { TaskAccount } from "./task";

/** The memory of the smallest task. */
const TASK_MEGABYTES = 512;
const [USER = ""] = userIds(1);

let image: Image;
let genesys: NotificationServer;
let account: TaskAccount;
beforeEach(async () => {
  image = new Image(root);
  genesys = await new NotificationServer().listen();
  genesys.users = [USER];
  account = await TaskAccount.open();
});
afterEach(async () => {
  genesys.close();
  await account.close();
  image.remove();
});

let sent = 0;
const publish = (note: string) => {
  sent++;
  genesys.publish(`v2.users.${USER}.conversations`, { n: sent, note }, `c-${sent}`);
};

/** Returns the megabytes that a process has had at most, where the system says it. */
function peak({ pid }: Running): number {
  if (process.platform !== "linux") return 0;
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}

test.each([
  ["of one byte a character", "x".repeat(10_000)],
  // Node.js keeps such text with two bytes for each character.
  ["of which one character is wide", `${"x".repeat(10_000)}😀`],
])(
  "a bus that takes nothing fills the buffer, and the program ends with an error and says the gap at its next start: text %s",
  async (_, note) => {
    const bridge = image.run(account.variables(genesys));
    await until(() => account.kept.includes("seen"));
    let open = () => {};
    account.opened = new Promise((resolve) => {
      open = resolve;
    });
    const before = Date.now();
    let most = 0;
    for (; bridge.isRunning; await setTimeout(10)) {
      for (let at = 0; at < 20; at++) publish(note);
      most = Math.max(most, bridge.isRunning ? peak(bridge) : 0);
    }

    expect({ code: await bridge.ended(), stderr: bridge.stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.stringify(bridge.log)).toMatch(
      /the buffer is full, with \d+ events that the bus has not taken: the bridge ends/,
    );
    expect(most).toBeLessThan(TASK_MEGABYTES);
    open();
    const next = image.run(account.variables(genesys));
    await until(() => account.put.some(({ DetailType }) => DetailType === "bridge.gap"));
    const [gap] = account.events.flatMap((event) => gapOf(event) ?? []);
    expect(gap).toMatchObject({ reason: "died" });
    expect(Date.parse(gap?.from ?? "")).toBeLessThanOrEqual(before);
    next.signal("SIGTERM");
    expect(await next.ended()).toBe(0);
  },
  120_000,
);
