import { builtIn } from "../../genesys/catalogue";
import { knownFields, knownPath } from "../../genesys/fields";
import { isOf, topics } from "../../genesys/topics";

test("is sorted, without repeats, and marks every topic with what is known of it", () => {
  const names = topics.map(({ topic }) => topic);

  expect(names).toEqual([...new Set(names)].sort());
  expect(new Set(topics.map(({ event_bridge }) => event_bridge))).toEqual(
    new Set(["confirmed", "reported", "unknown", "no", "retired"]),
  );
  expect(
    topics.filter(({ event_bridge, evidence }) => /confirmed|reported/.test(event_bridge) !== (evidence !== undefined)),
  ).toEqual([]);
});

test("names successors that there are, of topics that are retired", () => {
  for (const { event_bridge, successor } of topics.filter((topic) => topic.successor !== undefined)) {
    expect(event_bridge).toBe("retired");
    expect(builtIn.known(successor ?? "")?.event_bridge).toBe("confirmed");
  }
});

test("finds the topic of a concrete one, the one with most words in common first", () => {
  expect(builtIn.of("v2.users.1234.presence")?.topic).toBe("v2.users.{id}.presence");
  expect(builtIn.of("v2.system.token_revoked.1")?.topic).toBe("v2.system.token_revoked.{id}");
  expect(builtIn.of("v2.users..presence")).toBeUndefined();
  expect(isOf("v2.users.1.presence.x", "v2.users.{id}.presence")).toBe(false);
});

const AUDIT = "v2.audits.entitytype.{id}.entityid.{id}";

test.each([
  ["of every event", "detail.topicName", [], { found: "value", kinds: ["string"] }],
  ["of a known event", "detail.eventBody.entity.id", [AUDIT], { found: "value", kinds: ["string"] }],
  ["within a list", "detail.eventBody.propertyChanges.property", [AUDIT], { found: "value", kinds: ["string"] }],
  [
    "of a list of objects",
    "detail.eventBody.propertyChanges",
    [AUDIT],
    { found: "object", member: "detail.eventBody.propertyChanges.newValues" },
  ],
  ["of a list of texts", "detail.eventBody.remoteIp", [AUDIT], { found: "value", kinds: ["string"] }],
  ["of an object", "detail.eventBody.entity", [AUDIT], { found: "object", member: "detail.eventBody.entity.id" }],
  ["below an object of any names", "detail.eventBody.context.x", [AUDIT], undefined],
  [
    "of one of two topics",
    "detail.eventBody.primary",
    [AUDIT, "v2.users.{id}.presence"],
    { found: "value", kinds: ["boolean"] },
  ],
  ["of a topic without a known event", "detail.eventBody.x", ["v2.users.{id}.tokens"], undefined],
  ["of no event", "detail.action", [AUDIT], { found: "nothing", nearest: "detail.eventBody.action" }],
  ["of nothing like it", "detail.eventBody.zzz", [AUDIT], { found: "nothing", nearest: undefined }],
])("knows a path %s", (_, path, of, known) => {
  expect(knownPath(path, of)).toEqual(known);
});

test("knows of known events which paths are lists, and which some have not", () => {
  expect(knownFields(AUDIT)).toMatchObject({
    "detail.eventBody.propertyChanges": ["list"],
    "detail.eventBody.propertyChanges.oldValues": ["list", "string"],
    "detail.eventBody.remoteIp": ["absent", "list", "string"],
    "detail.eventBody.id": ["string"],
  });
});

test("knows fields of topics that there are", () => {
  expect(topics.filter(({ topic }) => knownFields(topic) !== undefined).length).toBe(21);
});
