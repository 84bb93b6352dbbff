import agents from "../../sql/agents.sql";
import gaps from "../../sql/gaps.sql";
import queues from "../../sql/queues.sql";
import usage from "../../sql/usage.sql";
import { duckdb, found, type Piece } from "./views";

const at = (time: string) => `2026-11-27 ${time}`;
const piece = (
  conversation_id: string,
  role: string,
  phase: string,
  stay_id: string,
  event_at: string,
  more: Piece = {},
): Piece => ({
  conversation_id,
  version: 0,
  role,
  phase,
  stay_id,
  event_at,
  ...more,
});
const voice = { queue_id: "q", media_type: "VOICE" };

/** Two calls: one answered by ann after bob let it ring and she then passed it on to cyd; one that gave up, and one that waits. */
const PIECES: readonly Piece[] = [
  piece("c1", "acd", "start", "w1", at("09:29:50"), voice),
  piece("c1", "acd", "end", "w1", at("09:30:20"), { ...voice, wait_ms: 30_000, outcome: "ANSWERED" }),
  piece("c1", "user", "start", "s0", at("09:29:55"), { user_id: "bob" }),
  piece("c1", "user", "end", "s0", at("09:30:00"), { user_id: "bob", talk_ms: 0, hold_ms: 0 }),
  piece("c1", "user", "start", "s1", at("09:30:20"), { user_id: "ann" }),
  piece("c1", "user", "end", "s1", at("09:35:20"), {
    user_id: "ann",
    talk_ms: 300_000,
    hold_ms: 20_000,
    disconnect_type: "TRANSFER",
  }),
  piece("c1", "user", "wrapup", "s1", at("09:36:00"), { wrapup_ms: 40_000 }),
  piece("c1", "user", "start", "s2", at("09:35:20"), { user_id: "cyd" }),
  piece("c2", "acd", "start", "w2", at("09:31:00"), voice),
  piece("c2", "acd", "end", "w2", at("09:31:10"), { ...voice, wait_ms: 10_000, outcome: "ABANDON" }),
  piece("c3", "acd", "start", "w3", at("09:59:59"), voice),
];
const AGENTS = [
  {
    agent_id: "ann",
    offered: 1,
    handled: 1,
    talk_seconds: 300,
    hold_seconds: 20,
    wrapup_seconds: 40,
    transfers: 1,
    unended: 0,
  },
  { agent_id: "bob", offered: 1, handled: 0, talk_seconds: 0, wrapup_seconds: null, transfers: 0, unended: 0 },
  { agent_id: "cyd", offered: 1, handled: 0, talk_seconds: null, unended: 1 },
];

/** Returns the same pieces, some of them twice, in another order. */
const shuffled = (seed: number) =>
  [...PIECES, ...PIECES.filter((_, index) => (index + seed) % 3 === 0)]
    .map((one, index) => ({ one, key: ((index + 1) * 7919 * (seed + 1)) % 104_729 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);

const opened = duckdb();
/** Runs what needs DuckDB, where it is there. */
const withDuckDb = (name: string, work: (db: NonNullable<Awaited<typeof opened>>) => Promise<void>) =>
  test(name, async () => {
    const db = await opened;
    if (db !== undefined) await work(db);
  });

withDuckDb(
  "an agent's day counts what was offered, handled and is not over, in whatever order and however often it came",
  async (db) => {
    for (const seed of [0, 1, 2]) {
      const rows = await found(db, `${agents} ORDER BY day, agent_id`, "events", shuffled(seed));

      expect(rows).toMatchObject(AGENTS);
      expect(rows.map(({ day }) => day)).toEqual(["2026-11-27", "2026-11-27", "2026-11-27"]);
    }
  },
);

withDuckDb("a queue's interval counts by the half hour in which a conversation came", async (db) => {
  for (const seed of [0, 1, 2]) {
    expect(await found(db, `${queues} ORDER BY 1`, "events", shuffled(seed))).toMatchObject([
      { interval_at: at("09:00:00"), queue_id: "q", offered: 1, answered: 1, abandoned: 0, average_wait_seconds: 30 },
      { interval_at: at("09:30:00"), offered: 2, answered: 0, abandoned: 1, unended: 1, longest_wait_seconds: 10 },
    ]);
  }
});

withDuckDb("what was fetched later of a conversation wins over its pieces", async (db) => {
  const fetched = {
    ...piece("c1", "user", "end", "s1", at("09:35:20"), { user_id: "ann", talk_ms: 1000 }),
    version: 9,
  };

  expect(await found(db, `${agents} ORDER BY agent_id`, "events", [...PIECES, fetched])).toMatchObject([
    { agent_id: "ann", offered: 1, talk_seconds: 1, transfers: 0 },
  ]);
});

withDuckDb("a gap is an hour without events, up to now, or what was said to be one", async (db) => {
  const types = {
    source: "VARCHAR",
    arrived_at: "TIMESTAMP",
    gap_from: "TIMESTAMP",
    gap_to: "TIMESTAMP",
    gap_reason: "VARCHAR",
    gap_topics: "VARCHAR",
    as_of: "TIMESTAMP",
  };
  const as_of = at("12:00:00");
  const said = {
    source: "b",
    arrived_at: at("10:00:00"),
    gap_from: at("09:00:00"),
    gap_to: at("09:01:00"),
    gap_reason: "dropped",
    gap_topics: "[]",
    as_of,
  };
  const rows = [
    { source: "a", arrived_at: at("08:00:00"), as_of },
    { source: "a", arrived_at: at("08:59:59"), as_of },
    { source: "a", arrived_at: at("10:30:00"), as_of },
    { source: "a", arrived_at: null, as_of },
    { source: "b", arrived_at: at("11:30:00"), as_of },
    said,
    said,
  ];

  expect(await found(db, `${gaps} ORDER BY from_at, source`, "arrivals", rows, types)).toEqual([
    { source: "a", from_at: at("08:59:00"), to_at: at("10:30:00"), reason: "silent", topics: null },
    { source: "b", from_at: at("09:00:00"), to_at: at("09:01:00"), reason: "dropped", topics: "[]" },
    { source: "a", from_at: at("10:30:00"), to_at: as_of, reason: "silent", topics: null },
  ]);
});

withDuckDb("usage counts a piece for each 64 KB or part of them", async (db) => {
  const types = { day: "VARCHAR", topic: "VARCHAR", bytes: "BIGINT" };
  const rows = [1, 65_536, 65_537].map((bytes) => ({ day: "2026-11-27", topic: "t", bytes }));

  expect(await found(db, usage, "sizes", [...rows, { day: null, topic: null, bytes: 7 }], types)).toEqual(
    expect.arrayContaining([
      { day: "2026-11-27", topic: "t", events: 3, bytes: 131_074, pieces: 4 },
      { day: null, topic: null, events: 1, bytes: 7, pieces: 1 },
    ]),
  );
});
