import { payload as made } from "../../trace/payload";

const event = {
  "detail-type": "v2.x",
  time: "2026-03-02T14:05:07Z",
  detail: {
    text: 'say "yes"',
    count: 3,
    list: [{ id: "a" }, { id: "b" }],
    nothing: null,
    object: { a: "b" },
    numbers: [1, 2],
    lines: "a\nb",
  },
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
  numbers: "$.detail.numbers",
  length: "$.detail.list.length",
  lines: "$.detail.lines",
};
/** Returns the payload; where it is said to be JSON, it is. */
function payload(...args: Parameters<typeof made>) {
  const { isJson, ...sent } = { isJson: undefined, ...made(...args) };
  if (isJson) expect(() => JSON.parse("text" in sent ? sent.text : "")).not.toThrow();
  return sent;
}

const transformed = (input_template: string) =>
  payload({ kind: "transformer", transformer: { input_paths: PATHS, input_template } }, event, around);

test("sends the event as it is, a constant, or a part", () => {
  expect(payload({ kind: "event" }, event, around)).toEqual({ text: JSON.stringify(event) });
  expect(payload({ kind: "constant", input: '{"a":1}' }, event, around)).toEqual({ text: '{"a":1}' });
  expect(payload({ kind: "path", path: "$.detail.object" }, event, around)).toEqual({ text: '{"a":"b"}' });
});

test.each([
  ["a text outside of quotes as JSON", '{"a":<text>}', '{"a":"say \\"yes\\""}'],
  ["a text within quotes as it is", '{"a":"<count> of <second>"}', '{"a":"3 of b"}'],
  ["an object outside of quotes as JSON", '{"a":<object>}', '{"a":{"a":"b"}}'],
  ["an object within quotes of a text without its quotes", '"all of <object>"', '"all of {a:b}"'],
  ["a list within quotes of a text without its quotes", '"all of <list>"', '"all of [{id:a},{id:b}]"'],
  ["a list of numbers within quotes, which holds no quotes", '{"a":"<numbers>"}', '{"a":"[1,2]"}'],
  ["an element of a list", "<second>", '"b"'],
  ["nothing within quotes for what is missing", '{"a":"<missing>","b":"<member>"}', '{"a":"","b":""}'],
  ["an empty text outside of quotes for what is missing", '{"a":<missing>,"b":[<member>]}', '{"a":"","b":[""]}'],
  ["an empty text alone for what is missing", "<missing>", '""'],
  ["nothing for the length of a list, which is no value", "<length>", '""'],
  ["a text, which need not stay JSON, with a quote in it", '"he <text>"', '"he say "yes""'],
  ["several lines of text", '"a <second>"\n"b <count>"', '"a b"\n"b 3"'],
  ["what is no variable as it stands", '{"a":"<other>"}', '{"a":"<other>"}'],
  ["an escaped quote within quotes, and goes on", '{"a":"\\"<count>\\""}', '{"a":"\\"3\\""}'],
  ["the rule's name and ARN", '["<aws.events.rule-name>","<aws.events.rule-arn>"]', `["r","${around.ruleArn}"]`],
  ["the time", "<aws.events.event.ingestion-time>", '"2026-03-02T14:05:07Z"'],
  ["the whole event", "<aws.events.event.json>", JSON.stringify(event)],
])("fills in %s", (_, template, text) => {
  expect(transformed(template)).toEqual({ text });
});

test("writes the event without its detail under EventBridge's own names and in its order", () => {
  const whole = {
    version: "0",
    id: "i",
    "detail-type": "v2.x",
    source: "s",
    account: "a",
    time: "t",
    region: "r",
    resources: [],
    detail: {},
  };
  const transformer = { input_paths: {}, input_template: '{"e":<aws.events.event>}' };

  expect(payload({ kind: "transformer", transformer }, whole, around)).toEqual({
    text: '{"e":{"id":"i","account":"a","detailType":"v2.x","time":"t","source":"s","region":"r","resources":[],"version":"0"}}',
  });
});

test.each([
  [
    "an object within quotes of JSON",
    '{"a":"<object>"}',
    /^<object> \(\$\.detail\.object\) is an object and stands within quotes/,
  ],
  ["a list beside text", '{"a":"all of <list>"}', /^<list> \(\$\.detail\.list\) is a list/],
  ["a list within a list", '[["<list>"]]', /is a list/],
  ["an object within escaped quotes", '{"a":"{\\"b\\":\\"<object>\\"}"}', /is an object/],
  ["the whole event within quotes", '{"a":"<aws.events.event.json>"}', /^<aws\.events\.event\.json> is an object/],
  ["the envelope within quotes", '{"a":"<aws.events.event>"}', /is an object/],
  ["a text with a quote", '{"a":"<text>"}', /^<text> \(\$\.detail\.text\) with a quote, a backslash or a line break/],
  ["a text of two lines", '{"a":"<lines>"}', /^<lines>/],
  ["a template that is no JSON", "<count> of <second>", /^what is filled in makes what is no JSON/],
])("delivers nothing for %s", (_, template, lost) => {
  expect(transformed(template)).toEqual({ lost: expect.stringMatching(lost) });
});
