import { readFileSync } from "node:fs";
import { join } from "node:path";
import { conversations } from "../../../commands/conversations";
import { Database } from "../../../commands/conversations/duckdb";
import { personalKind } from "../../../report/personal-data";
import { folderWith } from "../../bin/support";
import { root } from "../../support/committed";
import { recordOf } from "../../support/fetched-record";
import { ioIn } from "../../support/io";

jest.setTimeout(60_000);

const ID = "68ba83f7-b4e9-4185-ba10-8193b4af80ef";
const RECORDED = "9f8b7c6d-0000-4000-8000-00000000beef";
const stay = {
  participant: "p-1",
  session: "s-1",
  from: 1_772_460_507_000,
  until: 1_772_460_907_000,
  disconnect: "PEER",
};
const record = recordOf({
  id: RECORDED,
  media: "VOICE",
  direction: "INBOUND",
  ani: "tel:+12025550199",
  dnis: "tel:+18005550199",
  contact: "contact-of-a-record",
  customer: stay,
  flow: undefined,
  waits: [],
  agents: [
    {
      ...stay,
      session: "s-2",
      user: "user-of-a-record",
      queue: "queue-of-a-record",
      alerting: 0,
      talk: 1000,
      hold: 0,
      wrapup: undefined,
    },
  ],
  attributes: [{ at: stay.from, values: { customer: "attribute-of-a-record" } }],
});
const events = [
  ...readFileSync(join(root, "docs", "examples", "conversations.ndjson"), "utf8")
    .trim()
    .split("\n"),
  JSON.stringify({ "detail-type": "v2.analytics.conversations.{id}.details", detail: { eventBody: record } }),
];
/** A line that is cut off, and a record of which hardly anything is what it should be. */
const faulty = [
  '{"detail":{"eventBody":{"ani":"tel:+12025550166"',
  JSON.stringify({
    "detail-type": "v2.analytics.conversations.{id}.details",
    detail: {
      eventBody: {
        conversationId: "odd-conversation",
        conversationStart: "of +12025550177",
        participants: "tel:+12025550188",
      },
    },
  }),
  JSON.stringify({
    "detail-type": "v2.analytics.conversations.{id}.details",
    detail: {
      eventBody: {
        conversationId: "odd-conversation",
        participants: [{ purpose: "customer", sessions: [{ ani: 1202555, segments: "+12025550155" }] }, 1202555],
      },
    },
  }),
  JSON.stringify({
    "detail-type": "v2.detail.events.conversation.{id}.attributes",
    detail: { eventBody: { conversationId: "odd-conversation", eventTime: 1, attributes: "of +12025550144" } },
  }),
];

/** Returns the values of fields that the catalogue marks as personal. */
function personal(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => personal(one, path));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, one]) => personal(one, `${path}.${name}`));
  return personalKind(path) === undefined || typeof value !== "string" || value === "" ? [] : [value];
}
const values = new Set(events.flatMap((line) => personal(JSON.parse(line).detail.eventBody, "detail.eventBody")));

const folder = folderWith({ "calls.ndjson": [...events, ...faulty].join("\n") });

/** Returns all that a call prints, and the file that it writes. */
async function all(more: Readonly<Record<string, unknown>>, key: string | undefined): Promise<string> {
  const { io, stdout, stderr } = ioIn(
    folder,
    key === undefined ? {} : { env: { GENESYS_EVENTBRIDGE_REDACT_KEY: key } },
  );
  await conversations.run({ values: { ...more, redact: true }, positionals: ["calls.ndjson"] }, io);
  const { out } = more;
  const file = typeof out === "string" ? await textOf(join(folder, out)) : "";
  return [...stdout, ...stderr, file].join("\n");
}

async function textOf(path: string): Promise<string> {
  if (!path.endsWith(".parquet")) return readFileSync(path, "utf8");
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const db = await (await DuckDBInstance.create(":memory:")).connect();
  return JSON.stringify((await db.runAndReadAll(`SELECT * FROM '${path}'`)).getRowObjectsJson());
}

const CALLS: readonly (readonly [what: string, values: Readonly<Record<string, unknown>>])[] = [
  ["a table", {}],
  ["JSON", { format: "json" }],
  ["CSV", { format: "csv" }],
  ["a file of Parquet", { out: "rows.parquet" }],
  ["a timeline", { conversation: ID }],
  ["a timeline of a record", { conversation: RECORDED }],
  ["a timeline as JSON", { conversation: ID, format: "json" }],
  ["a page", { conversation: ID, out: "call.html" }],
];

test("the events hold much that is personal", () => {
  expect(values.size).toBeGreaterThan(20);
  for (const one of [ID, RECORDED, "tel:+12025550199", "attribute-of-a-record", "user-of-a-record"])
    expect(values).toContain(one);
});

test("what DuckDB cannot read is not in its message, either", async () => {
  const spill = folderWith({});
  for (const discreet of [true, false]) {
    const database = await Database.open(spill, root, discreet);
    const said = database.run("SELECT CAST('tel:+12025550100' AS json)");
    await expect(said).rejects.toThrow(
      discreet ? /^DuckDB: (?:Error: )?Conversion Error; without --redact/ : /tel:\+12025550100/,
    );
    database.close();
  }
});

test.each(CALLS)("%s without personal data has none of it, with a key and without", async (_, call) => {
  for (const key of [undefined, "a long secret"]) {
    const printed = await all(call, key);
    const asked = new Set([call.conversation]);

    expect([...values].filter((one) => !asked.has(one) && printed.includes(one))).toEqual([]);
    expect(printed).not.toMatch(/1202555|odd-conversation/);
    if (key === undefined) expect(printed).not.toContain(ID);
    expect(printed).not.toContain("a long secret");
    expect(printed).toContain("calls.ndjson: 1 line that is no event");
    if (call.out !== "call.html" && call.conversation === undefined) expect(printed).toMatch(/VOICE/);
  }
});
