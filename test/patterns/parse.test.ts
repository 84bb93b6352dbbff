import { NESTING, OR_COMBINATIONS } from "../../aws/limits";
import { parsePattern, parsePatternText } from "../../patterns/parse";
import { cases } from "./cases";

/** `id at.path`, a warning in parentheses, ` (name)` where the name is meant; a line for each. */
function found(text: string): string[] {
  return parsePatternText(text).faults.map(({ id, severity, path, atKey }) => {
    const place = `${id} ${path.join(".")}${atKey ? " (name)" : ""}`;
    return severity === undefined ? place : `[${place}]`;
  });
}

describe("refuses and accepts what the reference library does", () => {
  const wrong = (isRight: (text: string) => boolean) =>
    cases.filter(({ pattern, expect }) => isRight(pattern) === (expect === "invalid")).map(({ name }) => name);

  test("as text", () => {
    expect(wrong((text) => parsePatternText(text).pattern !== undefined)).toEqual([]);
  });

  test("as a value", () => {
    const isJson = (text: string) => parsePatternText(text).faults[0]?.id !== "pattern-syntax";

    expect(wrong((text) => isJson(text) && parsePattern(JSON.parse(text)).pattern !== undefined)).toEqual([]);
  });

  test("with a message in one line that begins lower-case, has no full stop, and for every refusal", () => {
    const refused = cases.map(({ pattern }) => parsePatternText(pattern)).filter(({ pattern }) => !pattern);
    const messages = refused.map((parsed) => parsed.faults.map(({ message }) => message));

    expect(messages.filter((of) => of.length === 0)).toEqual([]);
    expect(messages.flat().filter((message) => !/^[a-z][^\n]*[^\n.]$/.test(message))).toEqual([]);
  });
});

test.each([
  ["", ["pattern-syntax "], /is no JSON at character 1: value expected; write JSON such as/],
  ['{"a":[1],}', ["pattern-syntax "], /at character 10: property name expected/],
  ['{"a":[1]} x', ["pattern-syntax "], /at character 11: /],
  ["[]", ["pattern-no-object "], /is a list, but an event pattern is an object; write \{"detail":\{"id":\["x"\]\}\}/],
  ["{}", ["pattern-empty-object "], /write a field into it/],
  ['{"a":{"b":{}}}', ["pattern-empty-object a.b"], /is empty/],
  ['{"a":{"b":"Delete"}}', ["pattern-leaf-no-list a.b"], /is text, .* must be a list; write \["Delete"\]/],
  ['{"a":null}', ["pattern-leaf-no-list a"], /is null, .*; write \[null\]/],
  ['{"a":[]}', ["pattern-empty-list a"], /\[\{"exists":true\}\] for any/],
  ['{"a":[{}]}', ["pattern-empty-object a.0"], /a test names an operator/],
  ['{"a":["x",["y","z"]]}', ["pattern-list-in-list a.1"], /write "y","z" without the inner list/],
  ['{"a":[{"Prefix":"x"}]}', ["pattern-unknown-operator a.0.Prefix (name)"], /did you mean prefix\?/],
  ['{"a":[{"contains":"x"}]}', ["pattern-unknown-operator a.0.contains (name)"], /; write \{"wildcard":"\*x\*"\}/],
  ['{"a":[{"starts_with":"x"}]}', ["pattern-unknown-operator a.0.starts_with (name)"], /; write \{"prefix":"x"\}/],
  ['{"a":[{"b":["x"]}]}', ["pattern-unknown-operator a.0.b (name)"], /known: anything-but, .*; for a field within/],
  ['{"a":[{"literal":"x"}]}', ["pattern-unknown-operator a.0.literal (name)"], /there is no operator "literal"/],
  ['{"a":[{"prefix":"x","suffix":"y"}]}', ["pattern-two-operators a.0"], /write \{"prefix":"x"\},\{"suffix":"y"\}, of/],
  ['{"a":[{"prefix":"x","prefix":"y"}]}', ["pattern-two-operators a.0"], /one operator/],
  ['{"a":[{"prefix":["x","y"]}]}', ["pattern-operand a.0.prefix"], /is a list, .*\{"prefix":"a"\},\{"prefix":"b"\}/],
  ['{"a":[{"suffix":{"prefix":"x"}}]}', ["pattern-operand a.0.suffix"], /equals-ignore-case and nothing else/],
  [
    '{"a":[{"suffix":{"equals-ignore-case":1}}]}',
    ["pattern-operand a.0.suffix.equals-ignore-case"],
    /is a number, .*write \{"suffix":\{"equals-ignore-case":"x"\}\}/,
  ],
  ['{"a":[{"equals-ignore-case":1}]}', ["pattern-operand a.0.equals-ignore-case"], /is a number, but .* one text/],
  ['{"a":[{"exists":"true"}]}', ["pattern-operand a.0.exists"], /is text, but .* takes true or false/],
  ['{"a":[{"wildcard":5}]}', ["pattern-operand a.0.wildcard"], /is a number/],
  [
    '{"a":[{"wildcard":"a**\\\\b"}]}',
    ["pattern-wildcard a.0.wildcard", "pattern-wildcard a.0.wildcard"],
    /write one \*/,
  ],
  ['{"a":[{"wildcard":"a\\\\"}]}', ["pattern-wildcard a.0.wildcard"], /backslash that stands neither .*; write two/],
  ['{"a":[{"numeric":5}]}', ["pattern-numeric a.0.numeric"], /is a number, but numeric takes a list/],
  ['{"a":[{"numeric":[]}]}', ["pattern-numeric a.0.numeric"], /is an empty list/],
  ['{"a":[{"numeric":["==","5"]}]}', ["pattern-numeric a.0.numeric.0", "pattern-numeric a.0.numeric.1"], /is "==", /],
  ['{"a":[{"numeric":[">"]}]}', ["pattern-numeric a.0.numeric"], /ends without a number/],
  ['{"a":[{"numeric":["<",5,">",1]}]}', ["pattern-numeric a.0.numeric.2"], /may not follow "<"; write the lower/],
  ['{"a":[{"numeric":[">",5,">",6]}]}', ["pattern-numeric a.0.numeric.2"], /write one of < <=/],
  ['{"a":[{"numeric":[">",5,"<",6,7]}]}', ["pattern-numeric a.0.numeric.4"], /leave it out/],
  ['{"a":[{"numeric":[">",5,"<=",1]}]}', ["pattern-numeric a.0.numeric"], /write for example \[">",1,"<=",5\]/],
  ['{"a":[{"numeric":[">=",5,"<=",5]}]}', ["pattern-numeric a.0.numeric"], /write for example \["=",5\]/],
  ['{"a":[{"numeric":["=",9007199254740993]}]}', ["pattern-numeric a.0.numeric.1"], /more digits than can be kept/],
  ['{"a":[{"numeric":["=",1e400]}]}', ["pattern-numeric a.0.numeric.1"], /more digits/],
  ['{"a":[1e400]}', ["pattern-numeric a.0"], /too large/],
  ['{"a":[{"cidr":8}]}', ["pattern-cidr a.0.cidr"], /is a number/],
  ['{"a":[{"cidr":"10.0.0.0"}]}', ["pattern-cidr a.0.cidr"], /write "10\.0\.0\.0\/8"/],
  ['{"a":[{"cidr":"10.0.0/33"}]}', ["pattern-cidr a.0.cidr"], /has "10\.0\.0" for an address/],
  ['{"a":[{"cidr":"10.0.0.0/33"}]}', ["pattern-cidr a.0.cidr"], /has "33" for a number of bits; write 0 to 31/],
  ['{"a":[{"cidr":"x/129"}]}', ["pattern-cidr a.0.cidr", "pattern-cidr a.0.cidr"], /has "x" for an address/],
  ['{"a":[{"anything-but":[]}]}', ["pattern-anything-but a.0.anything-but"], /is an empty list/],
  ['{"a":[{"anything-but":["x",1,2]}]}', [1, 2].map((n) => `pattern-anything-but a.0.anything-but.${n}`), /or all as/],
  ['{"a":[{"anything-but":null}]}', ["pattern-anything-but a.0.anything-but"], /is null/],
  ['{"a":[{"anything-but":9007199254740993}]}', ["pattern-anything-but a.0.anything-but"], /more digits/],
  ['{"a":[{"anything-but":{}}]}', ["pattern-anything-but a.0.anything-but"], /with 0 names/],
  ['{"a":[{"anything-but":{"cidr":"x"}}]}', ["pattern-anything-but a.0.anything-but.cidr (name)"], /there are only/],
  ['{"a":[{"anything-but":{"prefix":["x",""]}}]}', ["pattern-anything-but a.0.anything-but.prefix.1"], /is empty/],
  ['{"a":[{"anything-but":{"prefix":[]}}]}', ["pattern-anything-but a.0.anything-but.prefix"], /needs a text/],
  ['{"a":[{"anything-but":{"wildcard":["x","**"]}}]}', ["pattern-wildcard a.0.anything-but.wildcard.1"], /two \*/],
  ['{"a":{"$or":{"b":[1]}}}', ["pattern-or a.$or"], /is an object, but \$or takes a list of objects/],
  ['{"$or":[{"b":[1]}]}', ["pattern-or $or"], /has one branch, but \$or needs two/],
  ['{"$or":[{"b":[1]},"x"]}', ["pattern-or $or.1"], /is text, but a branch of \$or is an object/],
  ['{"$or":[{"b":{"regex":[1]}},{"c":[1]}]}', ["pattern-reserved-name $or.0.b.regex (name)"], /keeps to itself/],
  [
    '{"$or":[{"b":{"prefix":{"c":[1]}}},{"c":[1]}]}',
    ["pattern-reserved-name $or.0.b.prefix (name)"],
    /for the operator/,
  ],
  [
    '{"a":{"prefix":"x"}}',
    ["[pattern-operator-as-name a.prefix (name)]", "pattern-leaf-no-list a.prefix"],
    /\[\{"prefix":"x"\}\]/,
  ],
])("fails on %s", (text, places, message) => {
  const parsed = parsePatternText(text);

  expect(parsed.pattern).toBeUndefined();
  expect(found(text)).toEqual(places);
  expect(parsed.faults[0]?.message).toMatch(message);
});

test.each([
  [
    '{"a":{"numeric":[">",5]}}',
    ["pattern-operator-as-name a.numeric (name)"],
    /write \[\{"numeric":\[">",5\]\}\] as the list/,
  ],
  ['{"a":[{"cidr":"10.0.0.1/32"}]}', ["pattern-cidr a.0.cidr"], /write "10\.0\.0\.1" without cidr/],
  ['{"a":[{"cidr":"::1/128"}]}', ["pattern-cidr a.0.cidr"], /single address/],
  [
    '{"a":[{"numeric":[">",-5000000001,"<",5000000001]}]}',
    [1, 3].map((n) => `pattern-numeric a.0.numeric.${n}`),
    /beyond 5000000000/,
  ],
  ['{"a":[{"numeric":["=",0.1234567]}]}', ["pattern-numeric a.0.numeric.1"], /6 of them after the point/],
  ['{"a":[{"numeric":["=",1234567890.123456]}]}', ["pattern-numeric a.0.numeric.1"], /more than the 15 digits/],
  ['{"a":[12345678901234567890]}', ["pattern-numeric a.0"], /more digits than can be compared/],
  ['{"a":[1],"a":[2]}', ["pattern-field-twice a (name)"], /asks for a again, which replaces what a asks for/],
  [
    '{"a.b":[1],"$or":[{"a":{"b":[2]}},{"c":[3]}]}',
    ["pattern-field-twice $or.0.a.b (name)"],
    /replaces what \["a\.b"\]/,
  ],
])("warns of %s", (text, places, message) => {
  const parsed = parsePatternText(text);

  expect(parsed.pattern).toBeDefined();
  expect(found(text)).toEqual(places.map((place) => `[${place}]`));
  expect(parsed.faults[0]?.message).toMatch(message);
});

test("finds nothing in what is right", () => {
  const text = `{"a":[{"numeric":[">=",-5e9,"<",5e9]},1.50,-0,1e3,{"cidr":"10.0.0.1/31"}],"__proto__":[1],"":{"b":["x"]},
    "$or":[{"c":["x"]},{"d":[{"anything-but":{"suffix":["x","y"]}}]}],"e":{"regex":["x"]}}`;

  expect(parsePatternText(text).faults).toEqual([]);
});

test("reports all faults at once, in reading order", () => {
  expect(found('{"a":"x","b":[{"prefix":1},{"bad":1}],"$or":[{"c":{}},{"prefix":["x"]}]}')).toEqual([
    "pattern-leaf-no-list a",
    "pattern-operand b.0.prefix",
    "pattern-unknown-operator b.1.bad (name)",
    "pattern-empty-object $or.0.c",
    "pattern-reserved-name $or.1.prefix (name)",
  ]);
});

describe("$or", () => {
  const branches = (name: string, count: number) =>
    `{"$or":[${Array.from({ length: count }, (_, index) => `{"${name}${index}":[1]}`)}]}`;
  const written = (text: string) =>
    parsePatternText(text).pattern?.alternatives.map((fields) =>
      fields.map(({ name, path, tests }) => `${name}@${path.join("/")}#${tests.map((test) => test.path.at(-1))}`),
    );

  test("makes an alternative of each way through its branches, with the place of every field", () => {
    expect(written('{"a":{"$or":[{"b":[1,2]},{"c":[1]}]},"d":[1],"$or":[{"e":[1]},{"f.g":[1]}]}')).toEqual([
      ["a.b@a/$or/0/b#0,1", "d@d#0", "e@$or/0/e#0"],
      ["a.c@a/$or/1/c#0", "d@d#0", "e@$or/0/e#0"],
      ["a.b@a/$or/0/b#0,1", "d@d#0", "f.g@$or/1/f.g#0"],
      ["a.c@a/$or/1/c#0", "d@d#0", "f.g@$or/1/f.g#0"],
    ]);
  });

  test("lets a name that is written again replace what was there before", () => {
    expect(written('{"a":[1],"$or":[{"a":[2]},{"b":[3]}]}')).toEqual([["a@$or/0/a#0"], ["a@a#0", "b@$or/1/b#0"]]);
    expect(written('{"$or":[{"a":[2]},{"b":[3]}],"a":[1]}')).toEqual([["a@a#0"], ["b@$or/1/b#0", "a@a#0"]]);
  });

  test(`may make ${OR_COMBINATIONS} alternatives and no more, which are counted before they are made`, () => {
    const product = (sizes: number[]) => `{${sizes.map((size, n) => `"n${n}":${branches("x", size)}`)}}`;

    expect(parsePatternText(product([10, 10, 10])).pattern?.alternatives).toHaveLength(OR_COMBINATIONS);
    expect(found(product([7, 11, 13]))).toEqual(["pattern-too-many-alternatives "]);
    expect(found(product(new Array(400).fill(9)))).toEqual(["pattern-too-many-alternatives "]);
  });
});

test.each([NESTING + 1, 100_000])("fails when nested %i deep, without running out of stack", (depth) => {
  const text = `${'{"a":'.repeat(depth)}[1]${"}".repeat(depth)}`;

  expect(parsePatternText(text).faults).toMatchObject([{ id: "pattern-too-deep" }]);
  expect(parsePattern(JSON.parse(text)).faults).toMatchObject([{ id: "pattern-too-deep" }]);
});

test("fails on a value that JSON does not have", () => {
  expect(parsePattern({ a: [undefined] }).faults).toMatchObject([{ id: "pattern-syntax", path: ["a", 0] }]);
  expect(parsePattern({ a: [Number.NaN] }).faults).toMatchObject([{ id: "pattern-numeric", path: ["a", 0] }]);
});
