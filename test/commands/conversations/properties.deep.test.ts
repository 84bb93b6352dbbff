import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { truthOf } from "../../../bench/conversations/truth";
import { conversations } from "../../../commands/conversations";
import { eventsOf } from "../../../consumers/made-up/conversation";
import { exampleOrigin, type MadeEvent } from "../../../consumers/made-up/event";
import { organization } from "../../../consumers/made-up/organization";
import { type Plan, plan } from "../../../consumers/made-up/plan";
import { type Random, random as seeded } from "../../../consumers/made-up/random";
import { folderWith } from "../../bin/support";
import { recordOf } from "../../support/fetched-record";
import { ioIn } from "../../support/io";

jest.setTimeout(60_000);

type Row = Readonly<Record<string, unknown>>;
const PLANS = 300;
/** Around midnight in two zones, UTC and Berlin, in the night in which Berlin's clocks go forward. */
const BEGIN = Date.UTC(2026, 2, 28, 22, 30);

function made(seed: number): { plans: Plan[]; events: MadeEvent[]; random: Random } {
  const random = seeded(seed);
  const own = organization(random);
  const world = { random, organization: own, origin: exampleOrigin(own.id) };
  const plans = Array.from({ length: PLANS }, (_, index) =>
    plan(random, own, BEGIN + random.int(0, 3 * 3_600_000), index % 10 === 0),
  );
  return { plans, events: plans.flatMap((one) => eventsOf(one, world)), random };
}

async function rowsOf(
  files: readonly (readonly object[])[],
  ...options: readonly string[]
): Promise<Map<unknown, Row>> {
  const folder = folderWith({});
  mkdirSync(join(folder, "calls"));
  for (const [index, events] of files.entries())
    writeFileSync(
      join(folder, "calls", `${index}.ndjson`),
      events.map((event) => `${JSON.stringify(event)}\n`).join(""),
    );
  const { io, stdout, stderr } = ioIn(folder);
  const zone = options[0];
  const values = { format: "json" as const, ...(zone !== undefined && { zone }) };
  expect(await conversations.run({ values, positionals: ["calls"] }, io)).toBe(0);
  expect(stderr).toEqual([]);
  const rows: Row[] = stdout.map((line) => JSON.parse(line));
  return new Map(rows.map((row) => [row.conversation_id, row]));
}

const truths = (plans: readonly Plan[]) => new Map(plans.map((one) => [one.id, truthOf(one)]));

test.each([1, 2, 3])("rows are the truth, in whatever order and however often events come (seed %i)", async (seed) => {
  const { plans, events, random } = made(seed);
  const doubled = events.flatMap((event) => (random.chance(0.1) ? [event, { ...event, id: random.uuid() }] : [event]));
  const shuffled = random.sample(doubled, doubled.length);
  const cut = random.int(1, shuffled.length);

  const rows = await rowsOf([shuffled.slice(0, cut), shuffled.slice(cut)]);

  expect(rows).toEqual(truths(plans));
});

test("events of which there are more than fit in memory make the same rows", async () => {
  const { plans, events } = made(9);
  const copies = Math.ceil(20_000_000 / JSON.stringify(events).length);

  expect(await rowsOf(Array.from({ length: copies }, () => events))).toEqual(truths(plans));
});

test("parts that come days late make rows that are the truth, and until then rows that are not complete", async () => {
  const { plans, events, random } = made(4);
  const late = events.filter((event) => event["detail-type"].includes(".detail.events.") && random.chance(0.05));
  const before = await rowsOf([events.filter((event) => !late.includes(event))]);

  expect(await rowsOf([events.filter((event) => !late.includes(event)), late])).toEqual(truths(plans));
  expect([...before.values()].filter(({ complete }) => complete === false).length).toBeGreaterThan(PLANS / 10);
});

test("a fetched record makes the row that all pieces of its conversation would, whatever is left of them", async () => {
  const { plans, events, random } = made(10);
  const kept = random.sample(events, events.length / 3);
  const records = plans.map((one) => ({
    "detail-type": "v2.analytics.conversations.{id}.details",
    detail: { eventBody: recordOf(one) },
  }));
  const comparable = ([id, { parts: _parts, last_part: _last, origin: _origin, ...row }]: [unknown, Row]) =>
    [id, row] as const;

  const rows = await rowsOf([kept, records]);

  expect(new Set([...rows.values()].map(({ origin }) => origin))).toEqual(new Set(["backfill"]));
  expect(new Map([...rows].map(comparable))).toEqual(new Map([...truths(plans)].map(comparable)));
});

test("losses lower complete and counts, and invent nothing", async () => {
  for (const seed of [5, 6, 7]) {
    const { plans, events, random } = made(seed);
    const kept = events.filter(() => !random.chance(0.15));
    const text = new Map(
      plans.map(({ id }) => [id, kept.filter((event) => event.detail.eventBody.conversationId === id)]),
    );
    const truth = truths(plans);

    for (const [id, row] of await rowsOf([kept])) {
      const own = JSON.stringify(text.get(String(id)));
      const whole = truth.get(String(id)) ?? {};
      expect(Object.entries(row).filter(([name, value]) => !isSound(name, value, whole[name], own))).toEqual([]);
    }
  }
});

/** A number is at most the truth, a time or an answer is the truth or missing, and a text stands in one of the events that are left. */
function isSound(name: string, value: unknown, whole: unknown, own: string): boolean {
  if (value === null || name === "origin") return true;
  if (typeof value === "number") return value <= Number(whole ?? 0);
  if (name === "complete") return value === false || whole === true;
  if (name === "last_part") return String(value) <= String(whole);
  if (name === "abandoned") return own.includes(value ? '"ABANDON"' : '"acdOutcome":"');
  if (name === "began") return value === whole || !own.includes('"INBOUND"');
  if (name === "ended") return value === whole;
  const texts =
    name === "flow_outcomes" && Array.isArray(value) ? value.flatMap((one) => String(one).split("=")) : [value].flat();
  return texts.every((one) => own.includes(typeof one === "object" ? JSON.stringify(one) : String(one)));
}

test("a zone changes how times are written, and nothing else: at midnight, too, and where clocks change", async () => {
  const { plans, events } = made(8);
  const times = ["began", "ended", "last_part"];

  const rows = await rowsOf([events], "Europe/Berlin");

  for (const one of plans) {
    const [row, truth] = [rows.get(one.id) ?? {}, truthOf(one)];
    const moments = (from: Row) => times.map((name) => new Date(String(from[name])).getTime());
    expect(moments(row)).toEqual(moments(truth));
    expect({ ...row, ...Object.fromEntries(times.map((name) => [name, truth[name]])) }).toEqual(truth);
  }
  const days = new Set([...rows.values()].map(({ began }) => String(began).slice(0, 10)));
  const offsets = new Set([...rows.values()].map(({ began }) => String(began).slice(-6)));
  expect([[...days].sort(), [...offsets].sort()]).toEqual([
    ["2026-03-28", "2026-03-29"],
    ["+01:00", "+02:00"],
  ]);
});
