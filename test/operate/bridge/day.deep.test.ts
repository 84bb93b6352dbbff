import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gapOf } from "../../../genesys/gap";
import { root } from "../../support/committed";
import { bridgeTo, missing, Publisher, until, userIds } from "./day";
import { NotificationServer } from "./notifications";

jest.setTimeout(600_000);

let server: NotificationServer;
beforeEach(async () => {
  server = await new NotificationServer().listen();
  server.users = userIds(50);
});
afterEach(() => server.close());

const EVENTS = 100_000;

test("a day of 100,000 events with two planned renewals and three losses: nothing is doubled, and what is missing is said", async () => {
  const { bridge, put, gaps } = bridgeTo(server, { pace: { silentMs: 2_000 } });
  await bridge.start();
  const publisher = new Publisher(server, server.users);
  const sent = publisher.send(EVENTS, 40);
  const at = (share: number) => until(() => publisher.times.length >= EVENTS * share, 300_000);
  const opened = () => server.asked.filter((line) => line.startsWith("PUT")).length;

  await at(0.1);
  server.closing(30_000);
  await until(() => opened() === 2);
  await at(0.3);
  expect(missing(publisher.times.slice(0, EVENTS * 0.2), put, gaps).absent).toEqual([]);
  expect(gaps).toEqual([]);
  server.drop();
  await at(0.5);
  server.closing(30_000);
  await until(() => opened() === 4);
  const before = gaps.length;
  await at(0.6);
  expect(gaps).toHaveLength(before);
  server.revoke();
  await at(0.8);
  server.silence();
  await until(() => gaps.some(({ reason }) => reason === "silent"));
  await sent;
  await publisher.send(1, 1);
  await until(() => put.at(-1)?.n === EVENTS);
  await bridge.stop();

  const { unsaid, doubled } = missing(publisher.times, put, gaps);
  expect({ unsaid, doubled }).toEqual({ unsaid: [], doubled: [] });
  expect(gaps.map(({ reason }) => reason)).toEqual(["dropped", "subscription", "silent"]);
});

test("what a bridge that is killed has missed is said when it is started again", async () => {
  const kills = Number(process.env.BRIDGE_KILLS ?? 10);
  const folder = mkdtempSync(join(tmpdir(), "bridge-"));
  const [file, state] = [join(folder, "put.ndjson"), join(folder, "state", "seen.json")];
  const publisher = new Publisher(server, server.users);
  const going = { on: true };
  const publishing = (async () => {
    while (going.on) await publisher.send(5, 5);
  })();
  const start = () =>
    spawn(process.execPath, [join(root, "bin", "run.cjs"), "test/operate/bridge/child.ts", file, state], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...server.env },
      stdio: "ignore",
    });
  let child = start();
  await until(() => server.open.length > 0, 60_000);
  const begun = publisher.times.length;
  for (let kill = 0; kill < kills; kill++) {
    await setTimeout(200 + Math.random() * 600);
    child.kill("SIGKILL");
    await until(() => server.open.length === 0);
    const asked = server.asked.length;
    child = start();
    await until(() => server.asked.length > asked && server.open.length > 0, 60_000);
  }
  await setTimeout(1_000);
  going.on = false;
  await publishing;
  await setTimeout(500);
  child.kill("SIGKILL");

  const entries = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const events = entries.map(({ DetailType, Source, Detail }) => ({
    "detail-type": DetailType,
    source: Source,
    detail: JSON.parse(Detail),
  }));
  const gaps = events.flatMap((event) => gapOf(event) ?? []);
  const put = events.map(({ detail }) => ({ n: detail.eventBody.n })).filter(({ n }) => n !== undefined);
  const { absent, unsaid, doubled } = missing(publisher.times, put, gaps);
  expect(absent.filter((n) => n > begun).length).toBeGreaterThan(0);
  expect(unsaid.filter((n) => n > begun + 100)).toEqual([]);
  expect(doubled).toEqual([]);
  expect(new Set(gaps.map(({ reason }) => reason))).toEqual(new Set(["died"]));
});
