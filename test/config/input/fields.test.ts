import { keepFields } from "../../../config/input/fields";

test("keeps the paths at their places in the event", () => {
  const { input_paths, input_template } = keepFields(
    ["detail.eventBody.id", "detail-type", "detail.eventBody.entity.id"],
    "json",
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
  expect(keepFields(["detail.eventBody", "detail.eventBody.id", "detail.eventBody"], "json").input_template).toBe(
    '{"detail":{"eventBody":<detail_eventBody>}}',
  );
});

test("keeps elements of a list in a list", () => {
  const { input_paths, input_template } = keepFields(["resources[0]", "detail.changes[1].property"], "json");

  expect(input_template).toBe(
    '{"detail":{"changes":[{"property":<detail_changes_1_property>}]},"resources":[<resources_0_>]}',
  );
  expect(Object.values(input_paths)).toEqual(["$.detail.changes[1].property", "$.resources[0]"]);
});

test("gives two paths two placeholders, and none a name that EventBridge keeps to itself", () => {
  const { input_paths } = keepFields(["a.b", "a_b", "aws.x"], "json");

  expect(input_paths).toEqual({ a_b: "$.a.b", a_b_2: "$.a_b", _aws_x: "$.aws.x" });
});

test("wraps fields for a log group, which takes nothing but a time and a text", () => {
  const { input_paths, input_template } = keepFields(["detail.eventBody.id", "detail.metadata"], "log-event");

  const { timestamp, message } = JSON.parse(input_template.replace("<log-time>", '"a time"'));
  expect(input_paths["log-time"]).toBe("$.time");
  expect(timestamp).toBe("a time");
  expect(message).toBe('{"detail":{"eventBody":{"id":"<detail_eventBody_id>"},"metadata":<detail_metadata>}}');
});
