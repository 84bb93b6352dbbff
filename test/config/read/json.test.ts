import { randomFrom } from "./random-hcl";
import { brief, briefs, placeOf, read } from "./read";

const ENDING = "tfvars.json";

const values: [what: string, text: string][] = [
  ["an empty object", "{}"],
  ["spaces and line breaks everywhere", ' \t\r\n{ \n"a" \r: [ 1 , \t2 ] } \n'],
  ["numbers", '{"a": [0, -0, -1, 1.5, 1e3, 1E-2, 1.25e+2, 9007199254740991]}'],
  ["truth values", '{"a": true, "b": [false]}'],
  ["nested lists and objects", '{"a": [[], [{}, {"b": [{"c": 1}]}]]}'],
  ["every escape", String.raw`{"a": "\"\\\/\b\f\n\r\t\u00e9"}`],
  ["surrogate pairs", '{"\\ud83d\\ude00": "\\uD83D\\uDE00 \u{1f600}"}'],
  ["what HCL would take for expressions and escapes", '{"a": "${var.x} %{ if } $${x}", "${b}": 1}'],
  ["comment signs within a text", '{"a": "// # /* */"}'],
  ["an empty name", '{"": 1}'],
  ["the names of Object's own properties", '{"constructor": 1, "toString": {"hasOwnProperty": 2}}'],
];

test.each(values)("reads %s as JSON.parse does", (_, text) => {
  const { issues, value } = read(text, ENDING);

  expect({ issues, value }).toEqual({ issues: [], value: JSON.parse(text) });
});

test("reads a byte order mark as nothing", () => {
  const { issues, value } = read('\ufeff{"a": 1}', ENDING);

  expect({ issues, value }).toEqual({ issues: [], value: { a: 1 } });
});

test("leaves out the link to the file's schema, and nothing else of that name", () => {
  const { value } = read('{"$schema": "./environment.schema.json", "a": {"$schema": "x"}}', ENDING);

  expect(value).toEqual({ a: { $schema: "x" } });
  expect(read('{"$schema": {}}', ENDING).value).toEqual({ $schema: {} });
});

test("joins letters as HCL does", () => {
  expect(read('{"e\\u0301": "e\u0301"}', ENDING).value).toEqual({ "\u00e9": "\u00e9" });
});

const NULLS = { a: null, b: [null], rules: { r: { x: null, pattern: { y: [null], z: null } } } };

test("takes null for not set, but in patterns and lists", () => {
  const { value } = read(JSON.stringify(NULLS), ENDING);

  expect(value).toEqual({ b: [null], rules: { r: { pattern: { y: [null], z: null } } } });
  expect(Object.keys(Object(value))).toEqual(["b", "rules"]);
});

const places: [what: string, text: string, path: (string | number)[], name: string, value: string][] = [
  ["an entry", '{"a": 1}', ["a"], "1:2", "1:7"],
  ["a later line", '{\n  "a":\n    1\n}', ["a"], "2:3", "3:5"],
  ["CRLF line ends and tabs", '{\r\n\t"a":\t1\r\n}', ["a"], "2:2", "2:7"],
  ["letters of several bytes before it", '{"é中": "ü\u{1f600}", "a": 1}', ["a"], "1:14", "1:19"],
  ["a combining mark before it", '{"e\u0301": 0, "a": 1}', ["a"], "1:10", "1:15"],
  ["escapes before it, each of them what it is written as", '{"\\u00e9": 0, "a": 1}', ["a"], "1:15", "1:20"],
  ["a value within a list", '{"x": [[],\n [1, {"a": 2}]]}', ["x", 1, 1, "a"], "2:7", "2:12"],
  ["a name that is missing", '{"x": {"a": {}}}', ["x", "a", "b"], "1:13", "1:13"],
  ["the last of a name written twice", '{"a": 1,\n"a": 2}', ["a"], "2:1", "2:6"],
];

test.each(places)("knows the place of %s", (_, text, path, name, value) => {
  const loaded = read(text, ENDING);

  expect(placeOf(loaded, path, true)).toBe(name);
  expect(placeOf(loaded, path)).toBe(value);
});

const unreadable: [what: string, text: string, issue: string][] = [
  ["nothing in the file", "", "syntax 1:1"],
  ["nothing but spaces in the file", " \n ", "syntax 2:2"],
  ["a list at the top", "\n [1]", "syntax 2:2"],
  ["a text at the top", '"a"', "syntax 1:1"],
  ["HCL in the file", "a = 1\n", "syntax 1:1"],
  ["a comment to the line's end", '{\n  "a": 1 // x\n}', "syntax 2:10"],
  ["a comment", '{ /* x */ "a": 1 }', "syntax 1:3"],
  ["a hash", '{ # x\n"a": 1 }', "syntax 1:3"],
  ["a comma behind the last entry", '{"a": 1,}', "syntax 1:9"],
  ["a comma behind the last item", '{"a": [1, ]}', "syntax 1:11"],
  ["no comma", '{"a": 1\n "b": 2}', "syntax 2:2"],
  ["no colon", '{"a" 1}', "syntax 1:6"],
  ["an equals sign", '{"a" = 1}', "syntax 1:6"],
  ["a name without quotes", "{\n a: 1}", "syntax 2:2"],
  ["single quotes", "{'a': 1}", "syntax 1:2"],
  ["typographic quotes", '{"a": “x”}', "syntax 1:7"],
  ["a non-breaking space", '{"a":\u00a01}', "syntax 1:6"],
  ["a line break within a text", '{"a": "x\n"}', "syntax 1:7"],
  ["a tab within a text", '{"a": "x\ty"}', "syntax 1:7"],
  ["an unknown escape", '{"a": "\\x"}', "syntax 1:7"],
  ["half an escape", '{"a": "\\u12"}', "syntax 1:7"],
  ["half a character", '{"a": ["\\ud83d"]}', "syntax 1:8 a[0]"],
  ["half a character in a name", '{"a": {"\\ude00x": 1}}', "syntax 1:8 a"],
  ["a number with leading zeros", '{"a": 012}', "syntax 1:8"],
  ["a number that JavaScript cannot keep", '{"a": {"b": 12345678901234567890}}', "syntax 1:13 a.b"],
  ["a number too big", '{"a": -1e400}', "syntax 1:7 a"],
  ["NaN", '{"a": NaN}', "syntax 1:7"],
  ["no end", '{"a": [1', "syntax 1:9"],
  ["something behind the end", "{}\n{}", "syntax 2:1"],
  ["a bracket too many", '{"a": 1}]', "syntax 1:9"],
  ["deep nesting", `{"a": ${"[".repeat(200)}${"]".repeat(200)}}`, "too-deep 1:107 a[0][0]"],
  ["nesting that no stack can hold", `{"a": ${"[".repeat(100_000)}`, "too-deep 1:1"],
];

test.each(unreadable)("fails when there is %s", (_, text, issue) => {
  const { issues, value } = read(text, ENDING);

  expect(issues.map(brief)).toEqual([issue]);
  expect(value).toBeUndefined();
});

const faults: [what: string, text: string, issues: string[]][] = [
  ["a name twice", '{"a": 1,\n"a": 2}', ["duplicate-key 2:1 a"]],
  ["a name three times", '{"a": 1, "a": 2, "a": 3}', ["duplicate-key 1:10 a", "duplicate-key 1:18 a"]],
  ["a name twice in an object in a list", '{"x": [{"a": 1, "a": 2}]}', ["duplicate-key 1:17 x[0].a"]],
  ["a name twice in two spellings", '{"\\u0061": 1, "a": 2}', ["duplicate-key 1:15 a"]],
  ["__proto__", '{"x": {"__proto__": {"a": 1}}}', ["reserved-name 1:8 x.__proto__"]],
];

test.each(faults)("fails when there is %s", (_, text, issues) => {
  expect(briefs(text, ENDING)).toEqual(issues);
});

const PIECES = [
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  '"',
  '"a"',
  "1",
  "-",
  ".",
  "e",
  "true",
  "nul",
  "//",
  "\n",
  " ",
  "\u00a0",
  "\\",
  "\u0007",
];

test("takes and refuses what JSON.parse takes and refuses", () => {
  const random = randomFrom(1);
  const good = '{"a": [1, -2.5e3, "x\\n"], "b": {"c": true, "d": [[], {}]}}';
  for (let round = 0; round < 5000; round++) {
    let text = good;
    for (let edits = 1 + random(2); edits > 0; edits--) {
      const at = random(text.length);
      text = text.slice(0, at) + (PIECES[random(PIECES.length * 2)] ?? "") + text.slice(at + random(3));
    }
    const expected = parsed(text);

    const { value } = read(text, ENDING);

    expect({ text, value }).toEqual({ text, value: expected });
  }
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const advised: [what: string, text: string, issue: string, advice: RegExp][] = [
  ["HCL in the file", 'a = 1\nb = "x"', "syntax 1:1", /rename the file.*dev\.tfvars\)/],
  ["a comment", '{\n  "a": 1 // x\n}', "syntax 2:10", /JSON has no comments: take it out/],
  ["a comma behind the last entry", '{"a": 1,}', "syntax 1:9", /take the comma in front of it out/],
  ["a comma behind the last item", '{"a": [1, ]}', "syntax 1:11", /take the comma in front of it out/],
  ["no comma", '{"a": 1\n "b": 2}', "syntax 2:2", /write a comma in front of it/],
  ["an equals sign", '{"a" = 1}', "syntax 1:6", /write : between/],
  ["single quotes", "{'a': 1}", "syntax 1:2", /in double quotes/],
  ["True", '{"a": True}', "syntax 1:7", /in small letters/],
  ["a line break within a text", '{"a": "x\n"}', "syntax 1:7", /closing "/],
  ["a brace that is missing", '{\n  "a": {\n    "b": 1\n}\n', "syntax 2:8", /in front of line 4/],
  ["a bracket that is missing at the end", '{\n  "a": [\n    1\n', "syntax 4:1", /write the \] that is missing/],
  ["marks of a merge", '{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> b\n}', "syntax 2:1", /merge conflict/],
];

test.each(advised)("says what to write when there is %s", (_, text, issue, advice) => {
  const { issues } = read(text, "tfvars.json");

  expect(issues.map(brief)).toEqual([issue]);
  expect(issues[0]?.message).toMatch(advice);
});
