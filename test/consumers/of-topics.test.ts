import { contractOfTopics } from "../../consumers/of-topics";
import { writers } from "../../consumers/writers";
import { writerNames } from "../../consumers/writers/names";
import { builtIn } from "../../genesys/catalogue";
import { knownFields } from "../../genesys/fields";
import { sampleEvents, validator, zodModule } from "./support";

const all = contractOfTopics(builtIn.topics);
const known = contractOfTopics(builtIn.topics.filter(({ topic }) => knownFields(topic) !== undefined));
const schema = writers["json-schema"].write(known);
const validate = validator(schema);
const presence = sampleEvents().find(({ file }) => file === "user-presence.json")?.event;

test("every sample event is of the shape of its topic, by JSON Schema and by Zod", () => {
  const parsers = zodModule(writers.zod.write(known));
  const names = new Map(known.channels.map(({ topic, message }) => [topic, message.name]));

  const wrong = sampleEvents().flatMap(({ file, event }) => {
    const parser = parsers[names.get(event["detail-type"]) ?? ""];
    return [validate(event) ?? [], parser?.safeParse(event).error?.message ?? []].flat().map((why) => [file, why]);
  });

  expect(wrong).toEqual([]);
});

test.each([
  ["another topic", { "detail-type": "v2.users.{id}.nothing" }],
  ["no id", { id: undefined }],
  ["a time that is none", { time: "yesterday" }],
  ["a body of another kind", { detail: { topicName: "x", version: "2", eventBody: { primary: "yes" } } }],
])("an event with %s is not of the shape", (_, change) => {
  const topics = builtIn.topics.filter(({ topic }) => topic === "v2.users.{id}.presence");
  const own = contractOfTopics(topics);
  const event = JSON.parse(JSON.stringify({ ...presence, ...change }));

  expect(validator(writers["json-schema"].write(own))(presence)).toBeUndefined();
  expect(validator(writers["json-schema"].write(own))(event)).toMatch(/./);
  expect(zodModule(writers.zod.write(own)).Event?.safeParse(event).success).toBe(false);
});

test("an event may hold what nobody knows of, and a field another value than those that are known", () => {
  const detail = {
    ...presence?.detail,
    more: [1],
    eventBody: { ...presence?.detail.eventBody, source: "ELSEWHERE", more: 1 },
  };

  expect(validate({ ...presence, detail, more: 1 })).toBeUndefined();
});

test("each type has a name of its own", () => {
  const names = all.channels.map(({ message }) => message.name.toLowerCase());

  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("says of a field whether it is personal and was seen", () => {
  const { $defs } = JSON.parse(schema);
  const { properties } = $defs.AuditsEntitytypeIdEntityidId.properties.detail.properties.eventBody;

  expect(properties.action).toMatchObject({ "x-personal": false, "x-seen": "always" });
  expect(properties.userDisplay).toEqual({ type: "string", "x-personal": "names", "x-seen": "never" });
  expect(properties.remoteIp).toMatchObject({ "x-personal": "numbers", "x-seen": "sometimes" });
});

test.each(writerNames)("%s is the same text twice", (name) => {
  expect(writers[name].write(contractOfTopics(builtIn.topics))).toBe(writers[name].write(all));
});
