import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { conversations } from "../../../commands/conversations";
import { folderWith } from "../../bin/support";
import { root } from "../../support/committed";
import { ioIn } from "../../support/io";

jest.setTimeout(60_000);

const events = readFileSync(join(root, "docs", "examples", "conversations.ndjson"), "utf8");
const ID = "68ba83f7-b4e9-4185-ba10-8193b4af80ef";

async function rowsOf(text: string, values = {}, env = {}) {
  const { io, stdout } = ioIn(folderWith({ "calls.ndjson": text }), { env });
  await conversations.run({ values: { format: "json", ...values }, positionals: ["calls.ndjson"] }, io);
  return stdout.map((line): Readonly<Record<string, unknown>> => JSON.parse(line));
}

test("hashes numbers and ids of people with the key, and leaves out what may hold anything", async () => {
  const key = "a key that is longer than a block of SHA-256, which is sixty-four bytes: it is hashed first";
  const [row] = await rowsOf(events, {});
  const hash = (name: string) => createHmac("sha256", key).update(String(row?.[name])).digest("hex");

  const [redacted] = await rowsOf(events, { redact: true }, { GENESYS_EVENTBRIDGE_REDACT_KEY: key });

  const hashed = ["conversation_id", "ani", "dnis", "external_contact_id", "first_agent_id", "last_agent_id"];
  expect(redacted).toEqual({
    ...row,
    attributes: null,
    ...Object.fromEntries(hashed.map((name) => [name, hash(name)])),
  });
});

test("leaves out all that is personal where there is no key, also of a timeline", async () => {
  const [row] = await rowsOf(events, { redact: true });
  const [drawn] = await rowsOf(events, { redact: true, conversation: ID });

  expect(row).toMatchObject({ conversation_id: null, ani: null, first_agent_id: null, attributes: null, parts: 18 });
  const personal = /68ba83f7|\+1202|ed3ecd5c|5d3a0a32|4e94e6bb|gold/;
  expect(JSON.stringify(drawn)).not.toMatch(personal);
  expect(JSON.stringify(await rowsOf(events, { conversation: ID }))).toMatch(personal);
});

test.each(["TRANSFER", "TRANSFER_CONFERENCE", "TRANSFER_CONSULT", "TRANSFER_FORWARD"])(
  "counts an agent who ended with %s as a transfer",
  async (ending) => {
    const [row] = await rowsOf(events.replaceAll('"disconnectType":"TRANSFER"', `"disconnectType":"${ending}"`));

    expect(row).toMatchObject({ conversation_id: ID, transfers: 1 });
  },
);

const segment = (segmentType: string, from: string, to: string, more = {}) => ({
  segmentType,
  segmentStart: `2026-03-02T14:${from}Z`,
  segmentEnd: `2026-03-02T14:${to}Z`,
  ...more,
});
const session = (sessionId: string, segments: readonly object[], metrics: Readonly<Record<string, number>> = {}) => ({
  sessionId,
  mediaType: "voice",
  direction: "inbound",
  ani: "tel:+12025550143",
  segments,
  metrics: Object.entries(metrics).map(([name, value]) => ({ name, value })),
});
const record = (ended: boolean) => ({
  conversationId: ID,
  conversationStart: "2026-03-02T14:08:27.000Z",
  ...(ended && { conversationEnd: "2026-03-02T14:20:12.000Z" }),
  originatingDirection: "inbound",
  participants: [
    {
      purpose: "customer",
      sessions: [session("a", [segment("interact", "08:27.000", "20:12.000", { disconnectType: "peer" })])],
    },
    {
      purpose: "acd",
      sessions: [
        session("b", [segment("interact", "08:49.600", "09:07.000", { queueId: "q" })], {
          tAcd: 17400,
          tAnswered: 17400,
        }),
      ],
    },
    {
      purpose: "agent",
      userId: "u",
      sessions: [
        session(
          "c",
          [
            segment("interact", "09:07.000", "20:12.000", { queueId: "q", disconnectType: "consultTransfer" }),
            ...(ended ? [segment("wrapup", "20:12.000", "20:20.000", { wrapUpCode: "w" })] : []),
          ],
          { tTalkComplete: 600_000, tHeldComplete: 65_000, ...(ended && { tAcw: 8000 }) },
        ),
      ],
    },
  ],
});
const fetched = (body: object) =>
  `${JSON.stringify({ "detail-type": "v2.analytics.conversations.{id}.details", detail: { eventBody: body, metadata: { backfill: true } } })}\n`;

test("takes a fetched record for all of its conversation, and of two the later one, in any order", async () => {
  for (const text of [
    fetched(record(false)) + events + fetched(record(true)),
    fetched(record(true)) + fetched(record(false)) + events,
  ]) {
    const rows = await rowsOf(text);

    expect(rows.map(({ origin }) => origin)).toEqual(["backfill", "stream", "stream"]);
    expect(rows[0]).toMatchObject({
      conversation_id: ID,
      began: "2026-03-02T14:08:27.000Z",
      ended: "2026-03-02T14:20:12.000Z",
      media_type: "VOICE",
      direction: "INBOUND",
      queues: 1,
      agents: 1,
      first_agent_id: "u",
      wait_seconds: 17.4,
      talk_seconds: 600,
      hold_seconds: 65,
      wrapup_seconds: 8,
      transfers: 1,
      abandoned: false,
      disconnect_type: "PEER",
      wrapup_codes: ["w"],
      complete: true,
    });
  }
});
