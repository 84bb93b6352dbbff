import { setTimeout } from "node:timers/promises";
import type { Gap } from "../../../genesys/gap";
import { Outbox, type Put, type TimedEntry } from "../../../operate/bridge/outbox";
import { until } from "./day";
import { FAST } from "./pace";

function outboxTo(put: Put, bytes = 1_000_000) {
  const said: string[] = [];
  const lost: string[] = [];
  const gaps: Gap[] = [];
  const state = { full: 0 };
  const told = {
    full: () => void state.full++,
    refused: (gap: Gap, why: string) => {
      gaps.push(gap);
      lost.push(why);
    },
    say: (words: string) => void said.push(words),
  };
  return {
    outbox: new Outbox("notifications/dev/live", put, "dev-live", told, FAST, { bytes, calls: 4 }),
    said,
    lost,
    gaps,
    state,
  };
}

const event = (outbox: Outbox, n: number, since = Date.now()) =>
  outbox.event("v2.users.{id}.presence", JSON.stringify({ n }), since);
const numbers = (entries: readonly TimedEntry[]) => entries.map(({ Detail }) => JSON.parse(Detail).n);

test("puts ten entries at a time, and those that are refused again", async () => {
  const calls: number[][] = [];
  const taken: number[] = [];
  const { outbox, lost } = outboxTo(async (entries) => {
    calls.push(numbers(entries));
    const codes = entries.map((_, at) => (calls.length === 1 && at % 2 === 0 ? "ThrottlingException" : undefined));
    taken.push(...numbers(entries).filter((_, at) => codes[at] === undefined));
    return codes;
  });
  for (let n = 0; n < 25; n++) event(outbox, n);
  await outbox.drained();

  expect(Math.max(...calls.map(({ length }) => length))).toBe(10);
  expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, n) => n));
  expect(lost).toEqual([]);
});

test("holds back where the bus is slow, loses nothing, and knows since when it waits", async () => {
  let open = false;
  const taken: number[] = [];
  const under = { now: 0, most: 0 };
  const { outbox, said } = outboxTo(async (entries) => {
    under.most = Math.max(under.most, ++under.now);
    await setTimeout(2);
    under.now--;
    if (!open) throw new Error("busy");
    taken.push(...numbers(entries));
    return entries.map(() => undefined);
  });
  for (let n = 0; n < 500; n++) event(outbox, n, 1_000 + n);
  await until(() => said.length > 0);

  expect(outbox.since).toBe(1_000);
  expect(under.most).toBeLessThanOrEqual(4);
  expect(said[0]).toBe("events wait, since the bus takes none: busy");
  open = true;
  await outbox.drained();
  expect(new Set(taken).size).toBe(500);
  expect(taken).toHaveLength(500);
  expect(outbox.since).toBeUndefined();
});

test("says that it is full rather than to drop anything silently", async () => {
  const { outbox, state } = outboxTo(() => new Promise(() => undefined), 10_000);
  for (let n = 0; n < 30; n++) event(outbox, n);
  expect(state.full).toBe(0);
  for (let n = 0; n < 30; n++) event(outbox, n);
  expect(state.full).toBeGreaterThan(0);
});

test("says which event EventBridge refuses for good, and which is too large", async () => {
  const { outbox, lost, gaps } = outboxTo(async (entries) => entries.map(() => "MalformedDetail"));
  event(outbox, 1, Date.parse("2026-11-28T12:00:01.000Z"));
  outbox.event("v2.users.{id}.presence", "x".repeat(1_048_576));
  await outbox.drained();

  expect(lost).toEqual([
    expect.stringMatching(/^an event of v2\.users\.\{id\}\.presence has \d+ bytes, and EventBridge takes 1048576$/),
    "EventBridge refuses an event of v2.users.{id}.presence: MalformedDetail",
  ]);
  // From when it may have been sent.
  expect(gaps[1]).toMatchObject({
    from: "2026-11-28T12:00:00.950Z",
    to: "2026-11-28T12:00:01.000Z",
    reason: "refused",
  });
});

test("counts the bytes of the time, too", async () => {
  const { outbox, lost } = outboxTo(async (entries) => entries.map(() => undefined), 8_000_000);
  const left = 1_048_576 - "notifications/dev/livev2.users.{id}.presence".length;
  outbox.event("v2.users.{id}.presence", "x".repeat(left - 14));
  outbox.event("v2.users.{id}.presence", "x".repeat(left - 13));
  await outbox.drained();

  expect(lost).toEqual([expect.stringContaining("has 1048577 bytes")]);
});

test("ended, it breaks off what is under way and tries nothing again", async () => {
  let begun = 0;
  const put: Put = (entries, ended) => {
    begun += entries.length;
    return new Promise((_, reject) => ended.addEventListener("abort", () => reject(new Error("broken off"))));
  };
  const { outbox, said } = outboxTo(put);
  for (let n = 0; n < 100; n++) event(outbox, n);
  outbox.end();
  event(outbox, 100);
  await setTimeout(30);

  expect({ begun, said }).toEqual({ begun: 40, said: [] });
});
