import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Backfill, type News } from "../../../operate/backfill/backfill";
import { kinds } from "../../../operate/backfill/kinds";
import { folderOutput } from "../../../operate/backfill/outputs/folder";
import type { Output } from "../../../operate/backfill/outputs/output";
import { counted, unitsOf } from "../../../operate/backfill/plan";
import { State } from "../../../operate/backfill/state";
import { genesysAccess } from "../../../operate/genesys/access";
import { GenesysCloud } from "../../../operate/genesys/cloud";
import { Organization, randomOf, serve } from "./organization";
import { bodies, readBack } from "./read-back";
import { rowsIn, SERVICES, truthOf } from "./truth";

const from = new Date("2026-11-03T05:00:00Z");
const to = new Date("2026-11-05T12:00:00Z");
const truth = truthOf(60, new Date("2026-11-02T12:00:00Z"), to);
const interval = `${from.toISOString()}/${to.toISOString()}`;
const wanted = kinds.map((kind) => ({ kind, spans: [{ from, to }] }));
const envelope = { source: "aws.partner/genesys.com/cloud/x/audit", account: "123456789012", region: "us-east-1" };

jest.setTimeout(60_000);
const folder = mkdtempSync(join(tmpdir(), "backfill-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let runs = 0;

/** Runs a backfill of all kinds, as often as it takes where it is interrupted. */
async function backfilled(organization: Organization, stopAfter = Infinity) {
  const server = await serve(organization);
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const cloud = new GenesysCloud(genesysAccess(server.env, undefined), {
    tries: 20,
    unansweredTries: 20,
    answerMs: 5000,
    wait,
  });
  const out = join(folder, `out-${++runs}`);
  const news: News[] = [];
  try {
    const first = new State(join(folder, `state-${runs}`));
    const { units } = await unitsOf(cloud, wanted, first.done(), to);
    first.begin({ asked: "all", units: units.map((unit) => ({ ...unit, expected: undefined })) });
    for (let starts = 1; ; starts++) {
      // As another process would see it.
      const state = new State(join(folder, `state-${runs}`));
      const stop = new AbortController();
      let pages = 0;
      const told = (one: News) => {
        news.push(one);
        if ("events" in one && ++pages >= stopAfter) stop.abort();
      };
      const output = folderOutput(out, "out");
      const all = { cloud, envelope, stream: "audit", output, wait, signal: stop.signal, told };
      if (await new Backfill(state, state.plan?.units ?? [], all).run())
        return { events: readBack(out), news, waits, starts, state };
    }
  } finally {
    await server.close();
  }
}

/** What all units have to bring, each record once. */
const expected = [...rowsIn(truth, "conversations", interval), ...rowsIn(truth, "userDetails", interval)].map((row) =>
  JSON.stringify(row),
);

test("fetches every record of every kind once, whatever overlaps two days", async () => {
  const { events } = await backfilled(new Organization(truth));

  const audits = events.filter((event) => event["detail-type"].startsWith("v2.audits"));
  expect(bodies(events.filter((event) => !audits.includes(event)))).toEqual([...expected].sort());
  const known = SERVICES.flatMap((service) => rowsIn(truth, "audits", interval, service));
  expect(audits.map(({ detail }) => detail.eventBody.id).sort()).toEqual(known.map(({ id }) => id).sort());
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  expect(events.every(({ detail }) => "backfill" in detail.metadata)).toBe(true);
});

test.each([1, 2])(
  "brings the same records where the API fails, loses jobs and marks, and runs are stopped (%i)",
  async (seed) => {
    const { events: right } = await backfilled(new Organization(truth));
    const organization = new Organization(truth, { share: 0.12, random: randomOf(seed) });
    organization.pageSize = 20;

    const { events, starts, news } = await backfilled(organization, 1 + seed);

    expect(bodies(events)).toEqual(bodies(right));
    expect(starts).toBeGreaterThan(3);
    expect(news.some((one) => "again" in one)).toBe(true);
  },
);

test("ends with what was said where no job gives anything", async () => {
  const organization = new Organization(truth, { share: 1, random: () => 0.999 });
  organization.fault = () => undefined;
  await expect(backfilled(organization)).rejects.toThrow(
    /audits of Integrations.* ended: Failed; 4 jobs in a row gave nothing/,
  );
});

test("waits longer between looks at a job that goes on running", async () => {
  const organization = new Organization(truth);
  const answer = organization.answer.bind(organization);
  let looks = 0;
  organization.answer = (method, url, body) =>
    /jobs\/job-\d+$/.test(url.pathname) && ++looks <= 8 ? { body: { state: "QUEUED" } } : answer(method, url, body);
  const { waits } = await backfilled(organization);
  expect(waits.filter((ms) => ms > 1000).slice(0, 6)).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test("leaves out days of which not all is there, and those that were done before", async () => {
  const organization = new Organization(truth);
  organization.available = "2026-11-04T06:00:00.000Z";
  const server = await serve(organization);
  const cloud = new GenesysCloud(genesysAccess(server.env, undefined));
  const conversations = wanted.filter(({ kind }) => kind.name === "conversations");
  const first = await unitsOf(cloud, conversations, new Set(), to);
  expect(first.units.map(({ from: day }) => day.toISOString())).toEqual(["2026-11-03T05:00:00.000Z"]);
  expect(first.notYet.map(({ to: end }) => end.toISOString())).toEqual([
    "2026-11-05T00:00:00.000Z",
    "2026-11-05T12:00:00.000Z",
  ]);
  const done = new Set(["conversations 2026-11-03T05:00:00.000Z 2026-11-04T00:00:00.000Z"]);
  expect(await unitsOf(cloud, conversations, done, to)).toMatchObject({ done: 1, units: [] });
  const late = { from: new Date("2026-11-04T07:00:00Z") };
  const open = conversations.map(({ kind }) => ({ kind, spans: [late] }));
  expect(await unitsOf(cloud, open, new Set(), to)).toMatchObject({ units: [], notYet: [late, { to }] });
  const [unit] = first.units;
  const day = unit && (await counted(cloud, conversations[0]?.kind ?? fail("no kind"), unit));
  expect(day?.expected).toBe(rowsIn(truth, "conversations", `${from.toISOString()}/2026-11-04T00:00:00.000Z`).length);
  await server.close();
});

test("notes step by step what is out, and counts what nobody takes", async () => {
  const server = await serve(new Organization(truth));
  const cloud = new GenesysCloud(genesysAccess(server.env, undefined));
  const state = new State(join(folder, "steps"));
  const { units } = await unitsOf(
    cloud,
    wanted.filter(({ kind }) => kind.name === "users"),
    new Set(),
    to,
  );
  state.begin({ asked: "users", units: units.map((unit) => ({ ...unit, expected: undefined })) });
  const steps: number[] = [];
  const output: Output = {
    step: 40,
    put: async ({ events }) => {
      if (steps.push(events.length) === 2) throw new Error("as if it were killed");
      return events.slice(0, 1).map((event) => ({ event, why: "too large" }));
    },
  };
  const all = {
    cloud,
    envelope,
    stream: "audit",
    output,
    wait: async () => {},
    signal: new AbortController().signal,
    told: () => {},
  };
  const run = () =>
    new Backfill(
      new State(join(folder, "steps")),
      units.map((unit) => ({ ...unit, expected: undefined })),
      all,
    ).run();
  await expect(run()).rejects.toThrow("killed");
  expect([new State(join(folder, "steps")).isCurrent(), state.isCurrent()]).toEqual([true, false]);
  const again = steps[1];
  expect(await run()).toBe(true);
  await server.close();

  expect(steps[2]).toBe(again);
  const { at } = new State(join(folder, "steps"));
  expect((at.events.users ?? 0) + at.refused).toBe(rowsIn(truth, "userDetails", interval).length);
  expect(at.refused).toBe(steps.length - 1);
});
