import { keepFields } from "../../input/fields";

test("keeps the paths at their places in the event", () => {
  const { input_paths, input_template } = keepFields(
    ["detail.eventBody.id", "detail-type", "detail.eventBody.entity.id"],
    "json",
    undefined,
  );

  expect(input_paths).toEqual({
    "detail-type": "$.detail-type",
    detail_eventBody_entity_id: "$.detail.eventBody.entity.id",
    detail_eventBody_id: "$.detail.eventBody.id",
  });
  expect(input_template).toBe(
    '{"detail-type":<detail-type>,"detail":{"eventBody":{"entity":{"id":<detail_eventBody_entity_id>},"id":<detail_eventBody_id>}}}',
  );
});

test("drops a path that another holds already", () => {
  expect(
    keepFields(["detail.eventBody", "detail.eventBody.id", "detail.eventBody"], "json", undefined).input_template,
  ).toBe('{"detail":{"eventBody":<detail_eventBody>}}');
});

test("keeps elements of a list in a list", () => {
  const { input_paths, input_template } = keepFields(["resources[0]", "detail.changes[1].property"], "json", undefined);

  expect(input_template).toBe(
    '{"detail":{"changes":[{"property":<detail_changes_1_property>}]},"resources":[<resources_0_>]}',
  );
  expect(Object.values(input_paths)).toEqual(["$.detail.changes[1].property", "$.resources[0]"]);
});

test("gives two paths two placeholders, and none a name that EventBridge keeps to itself", () => {
  const { input_paths } = keepFields(["a.b", "a_b", "aws.x"], "json", undefined);

  expect(input_paths).toEqual({ a_b: "$.a.b", a_b_2: "$.a_b", _aws_x: "$.aws.x" });
});

test("wraps fields for a log group, which takes nothing but a time and a text", () => {
  const { input_paths, input_template } = keepFields(
    ["detail.eventBody.id", "detail.metadata"],
    "log-event",
    undefined,
  );

  const { timestamp, message } = JSON.parse(input_template.replace("<log-time>", '"a time"'));
  expect(input_paths["log-time"]).toBe("$.time");
  expect(timestamp).toBe("a time");
  expect(message).toBe(
    '{"detail":{"eventBody":{"id":"<detail_eventBody_id>"},"metadata":{"CorrelationId":"<detail_metadata_CorrelationId>"}}}',
  );
});

const AUDIT = "v2.audits.entitytype.{id}.entityid.{id}";
const PRESENCE = "v2.users.{id}.presence";

test.each([
  ["an object whose values are known", "detail.eventBody.entity", [AUDIT], ["id", "name", "selfUri"]],
  ["one that another topic has not", "detail.eventBody.entity", [AUDIT, PRESENCE], ["id", "name", "selfUri"]],
])("keeps for a log group the values of %s, as text each", (_, path, topics, names) => {
  const { input_paths, input_template } = keepFields([path], "log-event", topics);
  const { message } = JSON.parse(input_template.replace("<log-time>", '"a time"'));

  expect(Object.keys(JSON.parse(message).detail.eventBody.entity)).toEqual(names);
  expect(Object.values(input_paths)).toContain(`$.${path}.${names[0]}`);
  expect(keepFields([path], "json", topics).input_paths).toEqual({ detail_eventBody_entity: `$.${path}` });
});

test.each([
  ["a list", "detail.eventBody.propertyChanges", [AUDIT]],
  ["an object with a list in it", "detail.eventBody", [AUDIT]],
  ["an object of any names", "detail.eventBody.context", [AUDIT]],
  ["what may be a text too", "detail.eventBody.message", [AUDIT]],
  ["an object of a topic without known events", "detail.eventBody.entity", ["v2.users.{id}.tokens"]],
  ["a text", "detail.eventBody.id", [AUDIT]],
])("leaves %s as it is", (_, path, topics) => {
  expect(keepFields([path], "log-event", topics).input_paths).toMatchObject({
    [path.replaceAll(".", "_")]: `$.${path}`,
  });
});
