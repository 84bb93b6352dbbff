import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { genesysEnvelope } from "../../genesys/envelope";
import { Mask } from "../../operate/masked";
import { whyNoEvent } from "../../trace/event";
import { root } from "../support/committed";

const samples = join(root, "data", "sample-events");
const sample = (name: string) => JSON.parse(readFileSync(join(samples, name), "utf8"));
const masked = (event: ReturnType<typeof sample>, envelope = genesysEnvelope) =>
  new Mask("salt").event(event, envelope) as ReturnType<typeof sample>;

test("says what happens, and not to whom: the same stand-in takes an id's place wherever it stands", () => {
  const event = sample("audit-user-presence-update.json");
  const { detail, ...envelope } = masked(event);

  expect(envelope).toEqual({ ...event, detail: undefined });
  const { userId, entity, action, eventTime, propertyChanges } = detail.eventBody;
  expect({ action, eventTime }).toEqual({ action: "Update", eventTime: event.detail.eventBody.eventTime });
  expect(propertyChanges).toEqual([{ property: "PRESENCE", oldValues: ["masked"], newValues: ["masked"] }]);
  expect(userId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(entity).toEqual({ id: userId, name: "masked" });
  expect(detail.topicName).toBe(`v2.audits.entitytype.UserPresence.entityid.${userId}`);
  expect(JSON.stringify(detail)).not.toMatch(/c200b004|Agent 17/);
});

test("ids are others with another salt, so that nobody can look one up in two outputs", () => {
  const event = sample("user-presence.json");
  expect(new Mask().event(event, genesysEnvelope)).not.toEqual(new Mask().event(event, genesysEnvelope));
});

test("shows no text of which nothing is known: of a topic without known events, of a new field, of another kind of stream", () => {
  const eventBody = { caller: "Mia", when: "2026-11-28T08:00:00Z", who: "c200b004-fe25-471c-9b57-ff0d2cc25463", n: 7 };
  const event = { ...sample("user-presence.json"), "detail-type": "v2.brand.new" };
  const own = masked({ ...event, detail: { ...event.detail, eventBody } }).detail.eventBody;
  expect(own).toMatchObject({ caller: "masked", when: eventBody.when, n: 7 });
  expect(own.who).not.toBe(eventBody.who);

  const known = sample("user-presence.json");
  known.detail.eventBody.nickname = "Mia";
  const { nickname, presenceDefinition } = masked(known).detail.eventBody;
  expect({ nickname, state: presenceDefinition.systemPresence }).toEqual({ nickname: "masked", state: "ON_QUEUE" });
  const other = masked(known, { ...genesysEnvelope, catalogued: false });
  expect(other.detail.eventBody.presenceDefinition.systemPresence).toBe("ON_QUEUE");
  expect(other.detail.eventBody.source).toBe("masked");
});

test.each(readdirSync(samples))("keeps the form of %s, and every value that is no text, number or list", (name) => {
  const event = sample(name);
  const shape = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shape);
    if (typeof value !== "object" || value === null) return typeof value === "boolean" ? value : typeof value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
  };

  expect(shape(masked(event))).toEqual(shape(event));
  expect(whyNoEvent(masked(event))).toBeUndefined();
});
