// The bridge as its image runs it: 20 channels with 1,000 users each and 2,000 events a second, beside JSON.parse of the same frames in the same run.
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { Image, type Running } from "../../test/bridge/image";
import { TaskAccount } from "../../test/bridge/task";
import { until, userIds } from "../../test/operate/bridge/day";
import { NotificationServer } from "../../test/operate/bridge/notifications";

const USERS = 20_000;
const PER_SECOND = 2_000;
const SECONDS = 20;
/** The ticks of the kernel's clock in a second, as /proc counts them. */
const TICKS = 100;
const say = (line: string) => process.stdout.write(`${line}\n`);

const body = (n: number) => ({
  id: `3c4f9f1e-0000-4000-8000-${String(n).padStart(12, "0")}`,
  participants: Array.from({ length: 3 }, (_, at) => ({
    id: `5a6b7c8d-0000-4000-8000-${String(n * 3 + at).padStart(12, "0")}`,
    purpose: ["customer", "acd", "agent"][at],
    connectedTime: "2026-11-28T12:00:00.000Z",
    attributes: { language: "en-US", priority: String(at), note: "made-up text ".repeat(10) },
    calls: [{ state: "connected", recording: false, muted: false, held: false, direction: "inbound" }],
  })),
});

/** Returns the seconds of CPU that a process has had, and its memory in megabytes: now, and at most. */
function usage({ pid }: Running) {
  const [, behind = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const fields = behind.split(" ");
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, "m").exec(status)?.[1]) / 1024;
  return { cpu: (Number(fields[11]) + Number(fields[12])) / TICKS, now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

/** Sends so many events a second, whatever the machine does between. @returns the frames' bodies */
async function load(genesys: NotificationServer, users: readonly string[]): Promise<object[]> {
  const sent: object[] = [];
  const began = performance.now();
  for (let passed = 0; passed < SECONDS * 1000; passed = performance.now() - began) {
    for (const due = (passed / 1000) * PER_SECOND; sent.length < due; ) {
      const own = body(sent.length);
      genesys.publish(`v2.users.${users[(sent.length * 37) % USERS]}.conversations`, own, `c-${sent.length}`);
      sent.push(own);
    }
    await setTimeout(5);
  }
  return sent;
}

function parsed(bodies: readonly object[]): number {
  const frames = bodies.map((eventBody) =>
    JSON.stringify({ topicName: "v2.users.{id}.conversations", version: "2", eventBody, metadata: {} }),
  );
  const before = process.cpuUsage();
  for (const frame of frames) JSON.parse(frame);
  return process.cpuUsage(before).user / 1e6;
}

async function main(): Promise<void> {
  if (process.platform !== "linux") {
    say("The bridge was not measured: what a process takes is read from /proc\n");
    return;
  }
  const genesys = await new NotificationServer().listen(30_000);
  const users = userIds(USERS);
  genesys.users = users;
  const account = await TaskAccount.open();
  const image = new Image(process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd());
  try {
    const bridge = image.run(account.variables(genesys));
    await until(() => genesys.open.length === 20 && account.kept.includes("seen"), 60_000);
    const before = usage(bridge);
    const began = performance.now();
    const bodies = await load(genesys, users);
    await until(() => account.put.length >= bodies.length, 60_000);
    const share = (usage(bridge).cpu - before.cpu) / ((performance.now() - began) / 1000);
    const { cpu, peak } = usage(bridge);
    bridge.signal("SIGTERM");
    const code = await bridge.ended();
    if (code !== 0 || account.put.length !== bodies.length)
      throw new Error(`the bridge ended with ${code} and has put ${account.put.length} of ${bodies.length} events`);
    const parse = parsed(bodies);
    say(
      `bridge: ${bodies.length} events on 20 channels in ${SECONDS} s: ${(share * 100).toFixed(0)}% of a core (aim: at most 50%), ${((cpu - before.cpu) / parse).toFixed(1)}x JSON.parse of the same frames`,
    );
    say(
      `bridge: ${peak.toFixed(0)} MB at most (aim: at most 150), ${before.now.toFixed(0)} MB before the first event\n`,
    );
  } finally {
    genesys.close();
    await account.close();
    image.remove();
  }
}

void main();
