import { matches } from "../../patterns/match";
import { parsePattern, parsePatternText } from "../../patterns/parse";
import type { Pattern } from "../../patterns/pattern";
import { type CaseApart, cases, casesApart } from "./cases";

function outcome(pattern: string, event: string): boolean | "invalid" {
  const parsed = parsePatternText(pattern).pattern;
  return parsed === undefined ? "invalid" : matches(parsed, JSON.parse(event));
}

function parsed(value: unknown): Pattern {
  return parsePattern(value).pattern ?? fail(`no pattern: ${JSON.stringify(value)}`);
}

test("matches what the reference library does", () => {
  const wrong = cases.filter(({ pattern, event, expect }) => outcome(pattern, event) !== expect);

  expect(wrong.map(({ name }) => name)).toEqual([]);
});

/** What cannot be told here, or is meant to be otherwise. */
const UNDECIDED: readonly (readonly [names: RegExp, reason: string])[] = [
  [/number-spelling/, "JSON.parse keeps the value of a number, and not how it was written"],
  [/numeric-limits\/(08|13|14|18|26)$/, "JSON.parse keeps the nearest double of a number in the event"],
  [/duplicate-event-keys/, "JSON.parse keeps the last of several members of one name"],
  [/trailing-text\/0[45]$/, "the event is no JSON"],
  [/cidr-peculiar\/0[12]$/, "a single address in cidr is accepted with a warning: nobody documents that it is not"],
  [/undocumented-operator/, "an operator that is not documented is refused, as is any unknown one"],
  [/pattern-length/, "what counts is the length of the whole rule's pattern, which whoever puts it together knows"],
];

/** As documented; else as the library, but where it contradicts what is otherwise known of it. */
function expected({ documented, ruler, notes }: CaseApart): boolean | "invalid" {
  if (documented !== null) return documented;
  const [, semantics] = notes.map((note) => /^the written semantics say (.*)$/.exec(note)).find(Boolean) ?? [];
  return semantics === undefined ? ruler : JSON.parse(semantics);
}

test("follows the documentation where the library does not, but for what JSON.parse loses", () => {
  const decided = casesApart.filter(({ name }) => !UNDECIDED.some(([names]) => names.test(name)));
  const wrong = decided.filter((given) => outcome(given.pattern, given.event) !== expected(given));

  expect(wrong.map(({ name }) => name)).toEqual([]);
  expect(decided).toHaveLength(232);
});

test.each([
  ["objects", { a: { "": [1] } }, { "a.": 1 }, { a: 1 }],
  ["names of what every object has", { constructor: ["x"] }, { constructor: "x" }, {}],
  ["a name that JSON alone can hold", JSON.parse('{"__proto__":{"a":[1]}}'), JSON.parse('{"__proto__":{"a":1}}'), {}],
  ["no number beyond all doubles", { a: [{ numeric: [">", 1] }] }, { a: 1e300 }, { a: Number.POSITIVE_INFINITY }],
  [
    "letters whose other case is longer",
    { a: [{ "equals-ignore-case": "straße" }] },
    { a: "STRASSE" },
    { a: "strasse" },
  ],
  ["values without names", { "": [{ exists: false }] }, [1], { "": 1 }],
  ["pieces that may not overlap", { a: [{ wildcard: "ab*ba" }] }, { a: "abba" }, { a: "aba" }],
  ["pieces that may not overlap the last one", { a: [{ wildcard: "a*bc*cd" }] }, { a: "abccd" }, { a: "abcd" }],
  ["pieces in their order", { a: [{ wildcard: "*b*c*" }] }, { a: "abcd" }, { a: "acb" }],
  ["line ends", { a: [{ wildcard: "a*\\*" }] }, { a: "a\n\u2028*" }, { a: "a\nb" }],
])("takes %s", (_, pattern, event, other) => {
  expect(matches(parsed(pattern), event)).toBe(true);
  expect(matches(parsed(pattern), other)).toBe(false);
});

test("takes events of any depth and any width", () => {
  const deep = JSON.parse(`{"a":${"[".repeat(200_000)}{"b":1}${"]".repeat(200_000)}}`);
  const wide = { a: Array.from({ length: 300_000 }, (_, index) => index) };

  expect(matches(parsed({ a: { b: [1] } }), deep)).toBe(true);
  expect(matches(parsed({ a: [299_999] }), wide)).toBe(true);
});
