import { random as seeded } from "../../bench/load/random";
import { leavesOf } from "../../patterns/event";
import { matches } from "../../patterns/match";
import { passing } from "../../patterns/operators";
import { parsePattern, parsePatternText } from "../../patterns/parse";
import type { Alternative, Pattern } from "../../patterns/pattern";
import { type CaseApart, cases, casesApart } from "./cases";
import { randomEvent, randomPattern } from "./random";

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

describe("values of one event stand together", () => {
  test("as trying all of their combinations would find", () => {
    const random = seeded(1);
    const wrong: unknown[] = [];
    let matching = 0;
    for (let round = 0; round < 6_000; round++) {
      const [pattern, event] = [randomPattern(random), randomEvent(random)];
      const { pattern: read } = parsePattern(pattern);
      if (read === undefined) continue;
      const all = read.alternatives.some((alternative) => byAllCombinations(alternative, event));
      if (all !== matches(read, event)) wrong.push({ pattern, event, all });
      if (all) matching++;
    }

    expect(wrong).toEqual([]);
    expect(matching).toBeGreaterThan(300);
  });

  test("in time, when what fails is behind many combinations that pass", () => {
    const many = (element: object) => Array.from({ length: 200 }, () => element);
    const names = ["a", "b", "c", "d", "e"];
    const event = { ...Object.fromEntries(names.map((name) => [name, many({ x: 1, y: 1 })])), z: [{ x: 1 }, { y: 1 }] };
    const wanted = { x: [1], y: [1] };
    const apart = parsed({ ...Object.fromEntries(names.map((name) => [name, wanted])), z: wanted });
    const nested = { outer: many({}).map((_, index) => ({ ...event, n: index })) };

    expect(matches(apart, event)).toBe(false);
    expect(matches(parsed({ outer: { a: wanted, b: wanted, n: [199] } }), nested)).toBe(true);
    expect(matches(parsed({ outer: { a: wanted, b: wanted, n: [200, { exists: false }] } }), nested)).toBe(false);
  });
});

test("takes events of any depth and any width", () => {
  const deep = JSON.parse(`{"a":${"[".repeat(200_000)}{"b":1}${"]".repeat(200_000)}}`);
  const wide = { a: Array.from({ length: 300_000 }, (_, index) => index) };

  expect(matches(parsed({ a: { b: [1] } }), deep)).toBe(true);
  expect(matches(parsed({ a: [299_999] }), wide)).toBe(true);
});

/** Absence depends on what was chosen for names that sort before; all else is free of any order. */
function byAllCombinations(alternative: Alternative, event: unknown): boolean {
  const leaves = leavesOf(event);
  const fields = [...alternative].sort((a, b) => (a.name < b.name ? -1 : 1));
  type Places = ReadonlyMap<object, object>;
  let ways: Places[] = [new Map()];
  for (const { name, tests } of fields) {
    const found = (leaves.get(name) ?? []).map(({ value, element }) => {
      const places = new Map<object, object>();
      for (let at = element; at !== undefined; at = at.parent) places.set(at.array, at);
      return { value, places };
    });
    const agrees = (way: Places, places: Places) =>
      [...places].every(([array, element]) => (way.get(array) ?? element) === element);
    ways = ways.flatMap((way) => {
      const open = found.filter(({ places }) => agrees(way, places));
      if (open.length === 0) return tests.some((test) => test.kind === "exists" && !test.exists) ? [way] : [];
      const chosen = open.filter(({ value }) => passing(tests)(value));
      return chosen.map(({ places }) => new Map([...way, ...places]));
    });
  }
  return ways.length > 0;
}
