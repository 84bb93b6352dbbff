import { runWith } from "./run";

const ask = (files: Record<string, string>, ...args: string[]) => runWith(files, ["test-event-pattern", ...args]);

test.each([
  ['{"a":["x"]}', true],
  ['{"a":["y"]}', false],
])("answers as the AWS command does", async (pattern, Result) => {
  const { code, stdout } = await ask({}, "--event-pattern", pattern, "--event", '{"a":"x"}');

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ Result });
});

test("reads both from files, as the AWS command does", async () => {
  const files = { "p.json": '{"a":["x"]}', "e.json": '{"a":"x"}' };
  const { stdout } = await ask(files, "--event-pattern", "file://p.json", "--event", "file://e.json");

  expect(JSON.parse(stdout)).toEqual({ Result: true });
});

test.each([
  [
    "a pattern that is refused",
    ['{"a":"x"}', "{}"],
    1,
    /^event pattern: a: is text, but a field's value must be a list; write \["x"\]$/,
  ],
  ["a pattern that is no JSON", ["{", "{}"], 1, /^event pattern: is no JSON at character 2/],
  ["an event that is none", ['{"a":["x"]}', "[]"], 1, /^the event is no JSON object/],
  ["a file that is not there", ["file://p.json", "{}"], 1, /^p\.json cannot be read \(ENOENT\)$/],
])("fails, in one line, when given %s", async (_, [pattern = "", event = ""], code, message) => {
  const ran = await ask({}, "--event-pattern", pattern, "--event", event);

  expect(ran).toMatchObject({ code, stdout: "" });
  expect(ran.stderr).toMatch(message);
});

test("fails when there is no pattern", async () => {
  expect(await ask({}, "--event", "{}")).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/wants --event-pattern and --event/),
  });
});

test("answers many cases, a line each, and goes on behind what is none", async () => {
  const cases = [
    { name: "yes", pattern: '{"a":["x"]}', event: '{"a":"x"}' },
    { name: "no", pattern: '{"a":["x"]}', event: '{"a":"y"}' },
    { name: "bad", pattern: '{"a":"x"}', event: '{"a":"y"}' },
  ];
  const text = `${cases.map((each) => JSON.stringify(each)).join("\n")}\n\n{"name":"x"}\n`;
  const { code, stdout, stderr } = await ask({ "cases.jsonl": text }, "--cases", "cases.jsonl");

  expect(stdout.split("\n").map((line) => JSON.parse(line))).toEqual([
    { name: "yes", result: true },
    { name: "no", result: false },
    { name: "bad", result: "invalid" },
  ]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^cases\.jsonl:5: is no case; write/);
});

test("warns of a pattern that is too complex for AWS, and answers", async () => {
  const pattern = '{"a":[{"wildcard":"*a*b*c*d*e*f*g*h*i*"}]}';
  const { code, stdout, stderr } = await ask({}, "--event-pattern", pattern, "--event", '{"a":"abcdefghi"}');

  expect(stderr).toMatch(/^event pattern: warning: a: has wildcards of a complexity of 1\d, EventBridge allows 10/);
  expect({ code, answer: JSON.parse(stdout) }).toEqual({ code: 0, answer: { Result: true } });
});

test("says in its help which events AWS refuses", async () => {
  expect((await ask({}, "--help")).stdout).toMatch(/The AWS command refuses one without id, account, source/);
});
