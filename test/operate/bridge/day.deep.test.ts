import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Gap } from "../../../genesys/gap";
import type { TimedEntry } from "../../../operate/bridge/outbox";
import { folderWith, genesysEventbridge } from "../../bin/support";
import { bridgeFile } from "../../support/bridge-file";
import { Organization, serve } from "../backfill/organization";
import { readBack } from "../backfill/read-back";
import { bridgeTo, missing, Publisher, until, userIds } from "./day";
import { NotificationServer } from "./notifications";

jest.setTimeout(600_000);

const EVENTS = 100_000;
const TOPIC = "v2.users.{id}.conversations";

let server: NotificationServer;
beforeEach(async () => {
  server = await new NotificationServer().listen();
  server.users = userIds(50);
});
afterEach(() => server.close());

test("a day of 100,000 events with two planned renewals and three losses: nothing is doubled, what is missing is said, and backfill brings it", async () => {
  const entries: TimedEntry[] = [];
  const keep = async (some: readonly TimedEntry[]) => {
    entries.push(...some);
    return some.map(() => undefined);
  };
  const { bridge, put, gaps } = bridgeTo(server, { topics: [TOPIC], pace: { silentMs: 2_000 }, put: keep });
  await bridge.start();
  const publisher = new Publisher(server, server.users, "conversations");
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

  const { absent, unsaid, doubled } = missing(publisher.times, put, gaps);
  expect({ unsaid, doubled }).toEqual({ unsaid: [], doubled: [] });
  expect(gaps.map(({ reason }) => reason)).toEqual(["dropped", "subscription", "silent"]);

  const { stdout, fetched } = await backfilled(entries, publisher.times);
  expect(stdout).toContain("3 gaps of this stream");
  expect(absent.filter((n) => !fetched.has(n))).toEqual([]);
  for (const gap of gaps) {
    const within = publisher.times.flatMap((time, n) => (isWithin(gap, time) ? [n] : []));
    expect(within.length).toBeGreaterThan(0);
    expect(within.filter((n) => !fetched.has(n))).toEqual([]);
  }
  // Whole seconds are fetched, and no more than that beside the gaps.
  const near = ({ from, to }: Gap) => ({ from: Date.parse(from) - 1000, to: Date.parse(to) + 1000 });
  const far = [...fetched].filter((n) => {
    const time = publisher.times[n] ?? 0;
    return !gaps.map(near).some(({ from, to }) => from <= time && time <= to);
  });
  expect(far).toEqual([]);
});

test("where every channel is in use, a renewal has a gap, which is said", async () => {
  server.users = userIds(19_001);
  const { bridge, put, gaps, said } = bridgeTo(server);
  await bridge.start();
  expect(server.open).toHaveLength(20);
  expect(said.join()).toContain("every channel is in use, so that a renewal has none to spare");
  const publisher = new Publisher(server, server.users);
  const sent = publisher.send(4_000, 40);
  server.closing(2_000);
  await sent;
  await until(() => gaps.length === 20);
  await publisher.send(1, 1);
  await until(() => put.at(-1)?.n === 4_000);
  await bridge.stop();

  expect(new Set(gaps.map(({ reason }) => reason))).toEqual(new Set(["renewal"]));
  const { unsaid, doubled } = missing(publisher.times, put, gaps);
  expect({ unsaid, doubled }).toEqual({ unsaid: [], doubled: [] });
});

const isWithin = ({ from, to }: Gap, time: number) => Date.parse(from) <= time && time <= Date.parse(to);

/** Fetches what is missing by the gaps among what is on the bus, from an organization that has a conversation of each event. */
async function backfilled(entries: readonly TimedEntry[], times: readonly number[]) {
  const conversations = times.map((time, n) => {
    const conversationStart = new Date(time).toISOString();
    return { conversationId: String(n), conversationStart, conversationEnd: conversationStart };
  });
  const organization = new Organization({ conversations, userDetails: [], audits: [] });
  organization.available = "2999-01-01T00:00:00.000Z";
  const cwd = folderWith({ "environments/dev.tfvars": bridgeFile() });
  mkdirSync(join(cwd, "lake"));
  writeFileSync(join(cwd, "lake", "all.gz"), gzipSync(entries.map(lineOf).join("")));
  const genesys = await serve(organization);
  try {
    const args = ["backfill", "dev", "--stream", "live", "--gaps", "lake", "--out", "missed"];
    const env = { ...genesys.env, ENVIRONMENTS_DIR: "environments" };
    const { code, stdout, stderr } = await genesysEventbridge(args, { cwd, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const records = readBack(join(cwd, "missed"));
    const fetched = new Set(records.map(({ detail }) => Number(detail.eventBody.conversationId)));
    expect(fetched.size).toBe(records.length);
    return { stdout, fetched };
  } finally {
    await genesys.close();
  }
}

/** An entry as a rule brings it into a file. */
function lineOf({ Detail, DetailType, Source, Time }: TimedEntry, at: number): string {
  const own = { version: "0", id: `e-${at}`, "detail-type": DetailType, source: Source, account: "123456789012" };
  const rest = { time: Time.toISOString(), region: "us-east-1", resources: [] };
  return `${JSON.stringify({ ...own, ...rest, detail: JSON.parse(Detail) })}\n`;
}
