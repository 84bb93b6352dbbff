import { explain } from "../../patterns/explain";
import { matches } from "../../patterns/match";
import { parsePattern, parsePatternText } from "../../patterns/parse";
import type { Pattern } from "../../patterns/pattern";
import { type Reason, reasonText } from "../../patterns/reason";
import { cases } from "./cases";

function read(pattern: unknown): Pattern {
  return parsePattern(pattern).pattern ?? fail(JSON.stringify(pattern));
}

function text(reason: Reason | undefined): string | undefined {
  return reason && reasonText(reason);
}

const action = { detail: { eventBody: { action: ["Delete"] } } };
const both = { list: { a: ["x"], b: ["y"] } };
const or = { source: ["s"], $or: [{ a: ["x"] }, { a: ["y"], b: ["z"] }] };
const long = "x".repeat(100);

// What matches, and the nearest event that does not.
test.each<[pattern: object, event: object, other: object, reason: string]>([
  [
    action,
    { detail: { eventBody: { action: "Delete" } } },
    { detail: { eventBody: { action: "Update" } } },
    'detail.eventBody.action is "Update"; the rule wants "Delete"',
  ],
  [
    action,
    { "detail.eventBody.action": ["Delete", 1] },
    { "detail.eventBody.action": ["Update", 1] },
    'detail.eventBody.action has "Update" and 1; the rule wants "Delete"',
  ],
  [{ id: [{ exists: true }] }, { id: null }, { ids: 1 }, "id is missing; the rule wants any value"],
  [{ id: [{ exists: false }] }, { id: {} }, { id: "" }, 'id is ""; the rule wants no value'],
  [{ id: [{ exists: false }, "x"] }, { id: "x" }, { id: "y" }, 'id is "y"; the rule wants no value or "x"'],
  [{ e: ["x"] }, { e: "x" }, { e: { id: "x" } }, "e is an object; patterns look at values only, such as e.id"],
  [
    { e: ["x"] },
    { e: ["x"] },
    { e: [[], { id: "x" }] },
    "e is a list of objects; patterns look at values only, such as e.id",
  ],
  [{ e: ["x"] }, { e: ["x"] }, { e: [[]] }, 'e is a list without values; the rule wants "x"'],
  [
    { e: [{ exists: true }] },
    { e: [{}, 1] },
    { e: { f: {} } },
    "e is an object without values; the rule wants any value",
  ],
  [
    both,
    { list: [{ a: "x", b: "y" }] },
    { list: [{ a: "x" }, { b: "y" }] },
    "list.b is as the rule wants it, but not in the same element of a list as list.a",
  ],
  [
    { l: { a: [1], b: [1], c: [1] } },
    { l: [{ a: 1, b: 1, c: 1 }] },
    {
      l: [
        { a: 1, b: 1 },
        { b: 1, c: 1 },
        { a: 1, c: 1 },
      ],
    },
    "l.c is as the rule wants it, but not in the same element of a list as all that stands before it in the rule",
  ],
  [
    { l: { a: [1], b: [{ exists: false }] } },
    { l: [{ a: 2, b: 1 }, { a: 1 }] },
    { l: [{ a: 1, b: 1 }, { a: 2 }] },
    "l.b is 1; the rule wants no value",
  ],
  [
    { l: { a: [1], b: [{ exists: false }] }, c: [1] },
    { l: [{ a: 2, b: 1 }, { a: 1 }], c: 1 },
    { l: [{ a: 2, b: 1 }, { a: 1 }], c: 2 },
    "c is 2; the rule wants 1",
  ],
  [
    { l: { b: [{ exists: false }], c: [{ exists: false }], a: [1] } },
    { l: [{ a: 1 }, { b: 1, c: 1 }] },
    {
      l: [
        { a: 1, c: 1 },
        { a: 1, b: 1 },
      ],
    },
    "l.c is 1; the rule wants no value",
  ],
  [{ $or: [{ a: ["x"], b: ["y"] }, { c: ["z"] }] }, { c: "z" }, {}, 'c is missing; the rule wants "z"'],
  [or, { source: "s", a: "x" }, { source: "s" }, 'a is missing; the rule wants "x"'],
  [or, { source: "s", a: "y", b: "z" }, { source: "s", a: "y" }, 'b is missing; the rule wants "z"'],
  [or, { source: "s", a: "x" }, { source: "t", a: "x", b: "z" }, 'source is "t"; the rule wants "s"'],
  [{ b: ["x"], a: ["y"] }, { a: "y", b: "x" }, {}, 'b is missing; the rule wants "x"'],
  [{ n: [1, 2, 3, 4, 5] }, { n: 5 }, { n: [6, 7, 8, 9] }, "n has 6, 7, 8 and 1 more; the rule wants 1, 2, 3 or 2 more"],
  [{ t: ["x"] }, { t: "x" }, { t: "😀".repeat(100) }, `t is "${"😀".repeat(59)}…; the rule wants "x"`],
  [{ t: [long] }, { t: long }, { t: `${long}!` }, `t is "${"x".repeat(59)}…; the rule wants "${"x".repeat(59)}…`],
])("%j does not match: %#", (pattern, event, other, reason) => {
  expect(explain(read(pattern), event)).toBeUndefined();
  expect(text(explain(read(pattern), other))).toBe(reason);
});

test.each([
  ["x", '"x"'],
  [null, "null"],
  [{ prefix: "x" }, 'a text that begins with "x"'],
  [{ suffix: { "equals-ignore-case": "x" } }, 'a text that ends with "x", in any case'],
  [{ "equals-ignore-case": "x" }, '"x" in any case'],
  [{ wildcard: "a\\**" }, 'a text like "a\\\\**"'],
  [{ "anything-but": ["x", "y"] }, 'anything but "x" or "y"'],
  [{ "anything-but": { prefix: "x" } }, 'anything but a text that begins with "x"'],
  [{ numeric: ["=", 5] }, "the number 5"],
  [{ numeric: [">", 5] }, "a number > 5"],
  [{ numeric: [">=", 5, "<", 10] }, "a number >= 5 and < 10"],
  [{ cidr: "10.0.0.0/8" }, "an address in 10.0.0.0/8"],
])("says in words what %j wants", (written, words) => {
  expect(text(explain(read({ a: [written] }), {}))).toBe(`a is missing; the rule wants ${words}`);
});

test("says it as a value, too", () => {
  expect(explain(read({ a: { b: ["x", { prefix: "y" }] } }), { a: { b: 1 } })).toEqual({
    kind: "differs",
    name: "a.b",
    path: ["a", "b"],
    wanted: '"x" or a text that begins with "y"',
    found: [1],
  });
});

test("has a reason for just what does not match", () => {
  const wrong = cases.filter(({ pattern, event }) => {
    const parsed = parsePatternText(pattern).pattern;
    if (parsed === undefined) return false;
    const reason = explain(parsed, JSON.parse(event));
    return (reason === undefined) !== matches(parsed, JSON.parse(event)) || /undefined|\n/.test(text(reason) ?? "");
  });

  expect(wrong.map(({ name }) => name)).toEqual([]);
});
