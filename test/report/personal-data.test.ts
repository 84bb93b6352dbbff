import { carriedBy, keptOf, type PersonalKind, personal } from "../../report/personal-data";

const kinds = (topic: string) => carriedBy(topic).carried.map(({ kind }) => kind);

test.each<[string, PersonalKind[]]>([
  ["v2.audits.entitytype.{id}.entityid.{id}", ["names", "numbers", "text", "free_form", "ids"]],
  ["v2.conversations.{id}.transcription", ["text", "ids"]],
  ["v2.users.{id}.presence", ["text", "presence", "ids"]],
  ["v2.detail.events.conversation.{id}.customer.end", ["ids"]],
  ["v2.analytics.flow.{id}.aggregates", []],
  ["v2.users.{id}.geolocation", ["names", "location", "ids"]],
])("%s carries %j", (topic, expected) => {
  expect(kinds(topic)).toEqual(expected);
});

test("says how it is known", () => {
  expect(carriedBy("v2.users.{id}.presence")).toMatchObject({ known_by: "fields" });
  expect(carriedBy("v2.users.{id}.geolocation")).toMatchObject({ known_by: "name" });
  expect(personal(carriedBy("v2.architect.prompts.{id}"))).toBe("unknown");
  expect(personal(carriedBy("v2.analytics.flow.{id}.aggregates"))).toBe("no");
});

test("what is kept decides what is left", () => {
  const audit = carriedBy("v2.audits.entitytype.{id}.entityid.{id}");
  const left = (...paths: string[]) => keptOf(audit, paths).carried.map(({ kind }) => kind);

  expect(left("detail.eventBody.action")).toEqual([]);
  expect(left("detail.eventBody.userId")).toEqual(["ids"]);
  expect(left("detail.eventBody")).toEqual(audit.carried.map(({ kind }) => kind));
  expect(left("detail.eventBody.propertyChanges[0].newValues")).toEqual([]);
});
