import { claimsGap, GAP, type Gap, gapDetail, gapOf } from "../../genesys/gap";

const gap: Gap = {
  from: "2026-11-28T10:00:00.000Z",
  to: "2026-11-28T10:02:30.250Z",
  topics: ["v2.users.{id}.conversations"],
  reason: "dropped",
  subscriptions: 812,
};
const event = (body: unknown) => ({
  "detail-type": GAP,
  source: "notifications/dev/live",
  detail: { ...gapDetail(gap), eventBody: body },
});

test("a gap is read from its event as it was said, with the stream's source", () => {
  expect(gapOf(event(gap))).toEqual({ ...gap, source: "notifications/dev/live" });
});

test.each([
  ["a time that is none", { ...gap, from: "yesterday" }],
  ["a reason that nobody gives", { ...gap, reason: "holiday" }],
  ["no topic", { ...gap, topics: [] }],
])("an event with %s claims a gap and says none", (_, body) => {
  expect([claimsGap(event(body)), gapOf(event(body))]).toEqual([true, undefined]);
});

test("another event claims none", () => {
  expect(claimsGap({ ...event(gap), "detail-type": "v2.users.{id}.presence" })).toBe(false);
});
