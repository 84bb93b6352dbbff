import { targetInput } from "../../config/target-input";
import { fillTemplate, placeholderKeys, placeholders } from "../../input/template";
import { textWithPaths } from "../../input/text-with-paths";

const VARIABLES = { who: "detail.eventBody.userId", what: "detail.eventBody" };
const template = (value: unknown, form: "json" | "log-event" = "json") =>
  fillTemplate(value, VARIABLES, form).input_template;

test("gives a value that is nothing but a variable the variable's own type, and fills text in text", () => {
  expect(template({ who: "<who>", text: "by <who>", n: 5, list: ["<what>", null], deep: { yes: true } })).toBe(
    '{"who":<who>,"text":"by <who>","n":5,"list":[<what>,null],"deep":{"yes":true}}',
  );
  expect(fillTemplate({}, VARIABLES, "json").input_paths).toEqual({
    who: "$.detail.eventBody.userId",
    what: "$.detail.eventBody",
  });
});

test.each([
  ["JSON with variables outside of quotes", '{"who": <who>}', '{"who": <who>}'],
  ["JSON with variables inside of quotes", '{"text": "by <who>"}', '{"text": "by <who>"}'],
  ["a JSON text", '"by <who>"', '"by <who>"'],
  ["plain text, which becomes a JSON text", 'by <who> "now"', '"by <who> \\"now\\""'],
])("takes %s", (_, text, sent) => {
  expect(template(text)).toBe(sent);
});

test("wraps a template for a log group, which takes nothing but a time and a text", () => {
  expect(template("by <who>", "log-event")).toBe('{"timestamp":<log-time>,"message":"by <who>"}');
  expect(JSON.parse(template({ who: "<who>" }, "log-event").replace("<log-time>", "0")).message).toBe(
    '{"who":"<who>"}',
  );
});

test("finds variables in values and in names", () => {
  expect(placeholders({ "<a>": ["<b> and <aws.events.rule-name>"] })).toEqual(["a", "b", "aws.events.rule-name"]);
  expect(placeholderKeys({ ok: { "x <a>": 1 }, list: [{ "<b>": 1 }] })).toEqual(["x <a>", "<b>"]);
});

test("sends a constant or a part of the event", () => {
  expect(targetInput({ input: { reload: true } } as never, "json")).toEqual({
    kind: "constant",
    input: '{"reload":true}',
  }); // the rest is unset
  expect(targetInput({ input_path: "detail.eventBody" } as never, "json")).toEqual({
    kind: "path",
    path: "$.detail.eventBody",
  }); // likewise
});

test.each([
  ["JSON text", '{"action":"reload"}', '{"action":"reload"}'],
  ["a JSON list", " [1, 2]", " [1, 2]"],
  ["a JSON text in quotes", '"reload"', '"reload"'],
  ["a number as text", "5", "5"],
  ["plain text", "reload", '"reload"'],
  ["text that is nearly JSON", "{action: reload}", '"{action: reload}"'],
  ["a map", { action: "reload" }, '{"action":"reload"}'],
])("sends %s as JSON, quoted only where it is none", (_, input, sent) => {
  expect(targetInput({ input } as never, "json")).toEqual({ kind: "constant", input: sent }); // the rest is unset
});

test("makes each path in a text a variable, once", () => {
  expect(textWithPaths({ a: "<detail.x> and <detail.x>", b: "<id>", c: "a < b > c" })).toEqual({
    input_paths: { detail_x: "$.detail.x", id: "$.id" },
    input_template: '{"a":"<detail_x> and <detail_x>","b":"<id>","c":"a < b > c"}',
  });
});
