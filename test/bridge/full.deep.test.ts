import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { gapOf } from "../../genesys/gap";
import { until, userIds } from "../operate/bridge/day";
import { NotificationServer } from "../operate/bridge/notifications";
import { root } from "../support/committed";
import { Image, type Running } from "./image";
import { TaskAccount } from "./task";

/** The image's signals are those of Unix. */
const onUnix = process.platform === "win32" ? test.skip : test;
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

onUnix(
  "a bus that takes nothing fills the buffer, and the program ends with an error and says the gap at its next start",
  async () => {
    // One character that is wide, and Node.js keeps the whole text with two bytes for each.
    const note = `${"x".repeat(10_000)}😀`;
    const bridge = image.run(account.variables(genesys));
    await until(() => account.kept.includes("seen"));
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    account.answered = () => opened;
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

onUnix(
  "a slow bus has 24 calls at a time, what comes meanwhile waits, and all of it is put once",
  async () => {
    account.answered = () => setTimeout(250);
    const bridge = image.run(account.variables(genesys));
    await until(() => account.kept.includes("seen"));
    const EVENTS = 3_000;
    const began = performance.now();
    for (let at = 0; at < EVENTS; at++) {
      publish("");
      if (at % 50 === 0) await setTimeout(5);
    }
    const published = performance.now() - began;
    await until(() => account.put.length >= EVENTS, 60_000);
    const taken = performance.now() - began;

    bridge.signal("SIGTERM");
    expect(await bridge.ended()).toBe(0);
    const numbers = account.events.map(({ detail }) => detail.eventBody.n);
    expect({ put: numbers.length, different: new Set(numbers).size }).toEqual({ put: EVENTS, different: EVENTS });
    expect(account.calls.most).toBe(24);
    // 24 calls of ten events in a quarter of a second.
    expect(taken).toBeGreaterThan(Math.max(published, (EVENTS / 240) * 250 * 0.9));
  },
  120_000,
);
