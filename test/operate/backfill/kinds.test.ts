import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eventOf } from "../../../operate/backfill/event";
import { gapSpans } from "../../../operate/backfill/gaps";
import { kindOf } from "../../../operate/backfill/kinds";
import { pageOf } from "../../../operate/backfill/kinds/kind";
import { merged } from "../../../operate/backfill/span";
import { root } from "../../support/committed";

const sample = (name: string) => JSON.parse(readFileSync(join(root, "data", "sample-events", name), "utf8"));
const unit = (kind: string) => ({ kind, from: new Date("2026-03-02T00:00:00Z"), to: new Date("2026-03-03T00:00:00Z") });

test.each([
  "audit-integration-update",
  "audit-oauth-client-delete",
  "audit-queue-member-add",
  "audit-user-presence-update",
])("an audit becomes the event that Genesys Cloud sends of it: %s", (name) => {
  const { id: _, ...event } = sample(`${name}.json`);
  // The same audit as a query gives it: AuditLogMessage in place of AuditTopicAuditLogMessage.
  const { userId, username, clientId, eventTime, ...same } = event.detail.eventBody;
  const record = { ...same, user: { ...username, id: userId }, client: clientId, eventDate: eventTime };
  const { source, account, region } = event;

  const made = eventOf(record, kindOf("audits"), unit("audits"), "job-1", { source, account, region });

  const { metadata, timestamp, ...detail } = event.detail;
  const body = { ...detail.eventBody, username: { ...username, id: userId } };
  expect(made).toEqual({
    ...event,
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
    time: expect.stringMatching(/^2026-03-02T14:0\d:0\dZ$|^2026-03-02T14:07:37Z$/),
    detail: {
      ...detail,
      eventBody: body,
      metadata: { CorrelationId: made.id, backfill: true, job: "job-1" },
      timestamp: eventTime,
    },
  });
  expect(Object.keys(made).sort()).toEqual(Object.keys({ ...event, id: "" }).sort());
});

test("records without an id are told apart by all that they have", () => {
  const envelope = { source: "s", account: "a", region: "r" };
  const of = (record: object) =>
    eventOf({ ...record }, kindOf("conversations"), unit("conversations"), "j", envelope).id;
  expect(of({ a: 1 })).not.toBe(of({ a: 2 }));
  expect(of({ conversationId: "c", a: 1 })).toBe(of({ conversationId: "c", a: 2 }));
});

test("a page in another shape is an error, lest records are passed over", () => {
  expect(pageOf("conversations").safeParse({ conversations: { a: 1 } }).success).toBe(false);
  expect(pageOf("conversations").parse({ cursor: "" })).toEqual({ records: [], cursor: undefined });
});

const gap = (from: string, to: string, topics: string[], source = "own") => ({
  from: `2026-11-28T${from}Z`,
  to: `2026-11-28T${to}Z`,
  topics,
  source,
  reason: "dropped" as const,
  subscriptions: 1,
});

describe("gaps", () => {
  const presence = "v2.users.{id}.presence";
  const calls = "v2.users.{id}.conversations.calls";
  const gaps = [
    gap("08:00:00.5", "08:10:00", [presence, calls]),
    gap("08:05:00", "08:20:00", [calls, "v2.routing.queues.{id}.users"]),
    gap("09:00:00", "09:00:00", ["v2.audits.entitytype.{id}.entityid.{id}"]),
    gap("10:00:00", "11:00:00", [presence], "other"),
  ];
  const spans = (wanted: ReturnType<typeof gapSpans>["wanted"]) =>
    wanted.map(({ kind, spans: own }) => [
      kind.name,
      ...own.map(({ from, to }) => `${from.toISOString().slice(11, 19)}-${to.toISOString().slice(11, 19)}`),
    ]);

  test("ask for what their topics need, once where they overlap, in whole seconds; the others are said", () => {
    const { wanted, lost, others } = gapSpans(gaps, "own", undefined, {});
    expect(spans(wanted)).toEqual([
      ["audits", "09:00:00-09:00:01"],
      ["conversations", "08:00:00-08:20:00"],
      ["users", "08:00:00-08:10:00"],
    ]);
    expect({ lost, others }).toEqual({ lost: ["v2.routing.queues.{id}.users"], others: 1 });
  });

  test("are narrowed down by times and kinds", () => {
    const limits = { from: new Date("2026-11-28T08:06:00Z"), to: new Date("2026-11-28T08:15:00Z") };
    expect(spans(gapSpans(gaps, "own", [kindOf("users")], limits).wanted)).toEqual([["users", "08:06:00-08:15:00"]]);
  });
});

test("times that touch are one", () => {
  const at = (minute: number) => new Date(minute * 60_000);
  expect(
    merged([
      { from: at(5), to: at(6) },
      { from: at(1), to: at(5) },
      { from: at(8), to: at(9) },
    ]),
  ).toEqual([
    { from: at(1), to: at(6) },
    { from: at(8), to: at(9) },
  ]);
});
