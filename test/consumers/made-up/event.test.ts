import { exampleOrigin, type MadeEvent, madeEvent } from "../../../consumers/made-up/event";
import { organization } from "../../../consumers/made-up/organization";
import { random as seeded } from "../../../consumers/made-up/random";
import { contractOfTopics } from "../../../consumers/of-topics";
import { writers } from "../../../consumers/writers";
import { builtIn } from "../../../genesys/catalogue";
import { fieldsOf, isUnseen, knownFields } from "../../../genesys/fields";
import { knownValues } from "../../../genesys/values";
import { personalKind } from "../../../report/personal-data";
import { eventValue } from "../../../trace/event";
import { validator } from "../support";

const AT = Date.UTC(2026, 0, 1);
const topics = builtIn.topics.filter(({ topic }) => knownFields(topic) !== undefined);

function made(topic: string, seed: number, concrete = topic): MadeEvent {
  const random = seeded(seed);
  const own = organization(random);
  return madeEvent(topic, concrete, AT, { random, organization: own, origin: exampleOrigin(own.id) });
}

const seeds = Array.from({ length: 8 }, (_, seed) => seed);
const events = topics.flatMap(({ topic }) => seeds.map((seed) => made(topic, seed)));

test("a made-up event is of the shape of its topic", () => {
  const validate = validator(writers["json-schema"].write(contractOfTopics(topics)));

  expect(events.flatMap((event) => validate(event) ?? [])).toEqual([]);
});

test("has the fields that events of its topic were seen to have, and no other", () => {
  for (const { topic } of topics) {
    const own = events.filter((event) => event["detail-type"] === topic);
    const paths = new Set(
      own.flatMap(({ detail }) =>
        Object.keys({
          ...fieldsOf(detail.eventBody, "detail.eventBody"),
          ...fieldsOf(detail.metadata, "detail.metadata"),
        }),
      ),
    );
    const known = Object.keys(knownFields(topic) ?? {});
    const missing = known.filter(
      (path) => !/(?:context|message|userDisplay|attributes|additionalProperties)/.test(path) && !paths.has(path),
    );
    const open = /\.(?:attributes|additionalProperties)\b/;

    expect([...paths].filter((path) => isUnseen(topic, path))).toEqual([]);
    expect({
      topic,
      missing,
      more: [...paths].filter(
        (path) => !known.includes(path) && path !== "detail.metadata.CorrelationId" && !open.test(path),
      ),
    }).toEqual({
      topic,
      missing: [],
      more: [],
    });
  }
});

test("has known values where they are known", () => {
  const wrong = events.flatMap((event) =>
    Object.keys(fieldsOf(event)).flatMap((path) => {
      const values = knownValues(path, [event["detail-type"]]);
      const value = eventValue(event, path);
      return values === undefined || typeof value !== "string" || values.includes(value) ? [] : [[path, value]];
    }),
  );

  expect(wrong).toEqual([]);
});

test("has nothing that could be somebody's: numbers, addresses and names are out of what is kept for examples", () => {
  const kept =
    /^(?:tel:\+1\d{3}55501\d\d|(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+|person-\d+@example\.com|Example \w+ \d+)$/;
  const texts = events.flatMap((event) =>
    Object.keys(fieldsOf(event)).flatMap((path) =>
      ["names", "numbers"].includes(personalKind(path) ?? "") ? [eventValue(event, path)].flat() : [],
    ),
  );

  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((text) => !kept.test(String(text)))).toEqual([]);
});

test.each([
  ["v2.users.{id}.activity", ["id"]],
  ["v2.routing.queues.{id}.users", ["queueId"]],
  ["v2.detail.events.conversation.{id}.acd.end", ["conversationId"]],
  ["v2.audits.entitytype.{id}.entityid.{id}", ["entityType", "entity.id"]],
])("the ids in the topic of %s are those of its body, also where they are given", (topic, paths) => {
  const [given, other] = [made(topic, 3, topic.replaceAll("{id}", "given")), made(topic, 3)];

  for (const event of [given, other]) {
    const ids = paths.map((path) => eventValue(event, `detail.eventBody.${path}`));
    expect(topic.replaceAll("{id}", () => String(ids.shift()))).toBe(event.detail.topicName);
  }
  expect(given.detail.topicName).toContain("given");
});

test("speaks of one user", () => {
  const { eventBody } = made("v2.routing.queues.{id}.users", 5).detail;

  expect(eventBody.user).toEqual({ id: eventBody.id });
});

test("is the same event for the same seed, and another for another", () => {
  expect(made("v2.users.{id}.presence", 1)).toEqual(made("v2.users.{id}.presence", 1));
  expect(made("v2.users.{id}.presence", 1).id).not.toBe(made("v2.users.{id}.presence", 2).id);
});
