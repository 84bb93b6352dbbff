import { payload } from "../../trace/payload";

const event = {
  "detail-type": "v2.x",
  time: "2026-03-02T14:05:07Z",
  detail: { text: 'say "yes"', count: 3, list: [{ id: "a" }, { id: "b" }], nothing: null, object: { a: "b" } },
};
const around = { ruleName: "r", ruleArn: "arn:aws:events:us-east-1:123456789012:rule/bus/r" };
const PATHS = {
  text: "$.detail.text",
  count: "$.detail.count",
  list: "$.detail.list",
  second: "$.detail.list[1].id",
  member: "$.detail.list.id",
  missing: "$.detail.zzz",
  object: "$.detail.object",
};
const filled = (input_template: string) =>
  payload({ kind: "transformer", transformer: { input_paths: PATHS, input_template } }, event, around);

test("sends the event as it is, a constant, or a part", () => {
  expect(JSON.parse(payload({ kind: "event" }, event, around))).toEqual(event);
  expect(payload({ kind: "constant", input: '{"a":1}' }, event, around)).toBe('{"a":1}');
  expect(payload({ kind: "path", path: "$.detail.object" }, event, around)).toBe('{"a":"b"}');
  expect(payload({ kind: "path", path: "$.detail.zzz" }, event, around)).toBe("");
});

test.each([
  ["a text outside of quotes as JSON", '{"a":<text>}', '{"a":"say \\"yes\\""}'],
  ["a text within quotes as it is", '{"a":"<count> of <second>"}', '{"a":"3 of b"}'],
  ["a quote within quotes without an escape, which breaks the JSON", '{"a":"<text>"}', '{"a":"say "yes""}'],
  ["an object outside of quotes as JSON", '{"a":<object>}', '{"a":{"a":"b"}}'],
  ["an object within quotes with its quotes escaped", '{"a":"<object>"}', '{"a":"{\\"a\\":\\"b\\"}"}'],
  ["an element of a list", "<second>", '"b"'],
  ["nothing for what is missing", '{"a":"<missing>","b":"<member>"}', '{"a":"","b":""}'],
  ["nothing outside of quotes either, which breaks the JSON", '{"a":<missing>}', '{"a":}'],
  ["what is no variable as it stands", '{"a":"<other>"}', '{"a":"<other>"}'],
  ["an escaped quote within quotes, and goes on", '{"a":"\\"<count>\\""}', '{"a":"\\"3\\""}'],
  ["the rule's name and ARN", '["<aws.events.rule-name>","<aws.events.rule-arn>"]', `["r","${around.ruleArn}"]`],
  ["the time", "<aws.events.event.ingestion-time>", '"2026-03-02T14:05:07Z"'],
  ["the whole event", "<aws.events.event.json>", JSON.stringify(event)],
  ["the event without its detail", "<aws.events.event>", '{"detail-type":"v2.x","time":"2026-03-02T14:05:07Z"}'],
])("fills in %s", (_, template, text) => {
  expect(filled(template)).toBe(text);
});
