import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "../../bench/load";
import { random as seeded } from "../../bench/load/random";
import { compile } from "../../patterns/compile";
import { matches } from "../../patterns/match";
import { parsePattern, parsePatternText } from "../../patterns/parse";
import type { Pattern } from "../../patterns/pattern";
import { cases } from "./cases";
import { randomEvent, randomPattern } from "./random";

interface Expected {
  readonly sha256: Readonly<Record<string, string>>;
  readonly perRule: Readonly<Record<string, number>>;
  readonly firstEvents: readonly (readonly string[])[];
}

interface Rule {
  readonly name: string;
  readonly pattern: Pattern;
}

function rule(name: string, pattern: unknown): Rule {
  return { name, pattern: parsePattern(pattern).pattern ?? fail(`${name} is no pattern`) };
}

function names(rules: readonly Rule[]): string[] {
  return rules.map(({ name }) => name);
}

describe("300 rules and 20,000 events", () => {
  const expected: Expected = JSON.parse(readFileSync(join(__dirname, "load-expected.json"), "utf8"));
  const { rules, events } = load({ rules: 300, events: 20_000 });
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

  test("are those that the reference library was given", () => {
    expect(sha256(`${JSON.stringify(rules, null, 1)}\n`)).toBe(expected.sha256["rules.json"]);
    expect(sha256(`${events.join("\n")}\n`)).toBe(expected.sha256["events.jsonl"]);
  });

  test("match as often as the reference library says", () => {
    const matcher = compile(rules.map(({ name, pattern }) => rule(name, pattern)));

    const matched = events.map((event) => names(matcher.match(JSON.parse(event))));

    const counts = new Map(rules.map(({ name }) => [name, 0]));
    for (const name of matched.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual(expected.perRule);
    expect(matched.slice(0, expected.firstEvents.length)).toEqual(expected.firstEvents);
  });
});

describe("matches what each pattern does by itself", () => {
  const parsed = cases.flatMap(({ name, pattern, event, expect }) => {
    const read = parsePatternText(pattern).pattern;
    return read === undefined ? [] : [{ name, pattern: read, event: JSON.parse(event), matches: expect }];
  });

  test("alone", () => {
    const wrong = parsed.filter((each) => compile([each]).match(each.event).includes(each) !== each.matches);

    expect(names(wrong)).toEqual([]);
  });

  test("among all patterns that there are", () => {
    const matcher = compile(parsed);

    const wrong = parsed.filter((each) => matcher.match(each.event).includes(each) !== each.matches);
    const sample = parsed.filter((_, index) => index % 400 === 0).map(({ event }) => event);
    const alone = sample.map((event) => names(parsed.filter(({ pattern }) => matches(pattern, event))));

    expect(names(wrong)).toEqual([]);
    expect(sample.map((event) => names(matcher.match(event)))).toEqual(alone);
  });

  test("in random groups", () => {
    const random = seeded(2);
    const wrong: unknown[] = [];
    for (let round = 0; round < 60; round++) {
      const patterns = Array.from({ length: random.int(1, 60) }, () => randomPattern(random));
      const rules = patterns.flatMap((pattern, index) =>
        parsePattern(pattern).pattern === undefined ? [] : [rule(`${index}`, pattern)],
      );
      const matcher = compile(rules);
      for (let event = 0; event < 20; event++) {
        const tried = randomEvent(random);
        const alone = rules.filter(({ pattern }) => matches(pattern, tried));
        if (`${names(matcher.match(tried))}` !== `${names(alone)}`) wrong.push({ patterns, tried });
      }
    }

    expect(wrong).toEqual([]);
  });
});

describe("takes any event", () => {
  const nested = rule("nested", { a: { b: { c: ["x"] } } });
  const absent = rule("absent", { a: [{ exists: false }] });
  const matcher = compile([nested, absent]);

  test("of any depth, and of any number of names that nobody asks for", () => {
    const deep = `{"a":${"[".repeat(200_000)}{"b":{"c":"x"}}${"]".repeat(200_000)}}`;
    const wide = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`a.${index}`, index]));

    expect(matcher.match(JSON.parse(deep))).toEqual([nested, absent]);
    expect(matcher.match(wide)).toEqual([absent]);
    expect(matcher.match({ ...wide, "a.b": { c: "x" } })).toEqual([nested, absent]);
    expect(matcher.match({ ...wide, "a.b.c": "x" })).toEqual([nested, absent]);
  });

  test.each([[[{ a: 1 }]], ["a"], [null], [undefined]])("%j, which has no names", (event) => {
    expect(matcher.match(event)).toEqual([absent]);
  });

  test("of which other events had more", () => {
    const matcher = compile([rule("absences", { l: { a: [1], b: [{ exists: false }] }, z: [{ exists: false }] })]);

    expect(matcher.match({ l: [{ a: 1 }, { a: 2, b: 1 }], z: 1 })).toEqual([]);
    expect(matcher.match({ l: [{ a: 1 }, { a: 2, b: 1 }] })).toHaveLength(1);
  });

  test("without a look at what nobody asks for", () => {
    const event = {
      a: {
        b: {
          c: "x",
          get d() {
            return fail("it was read");
          },
        },
      },
      get e() {
        return fail("it was read");
      },
    };

    expect(matcher.match(event)).toEqual([nested, absent]);
  });

  test("after any other", () => {
    expect(matcher.match({ a: [{ b: { c: "x" } }, 1] })).toEqual([nested]);
    expect(matcher.match({ a: { b: { c: "y" } } })).toEqual([absent]);
    expect(matcher.match({})).toEqual([absent]);
  });
});

test("keeps the order of rules, each of them once", () => {
  const many = Array.from({ length: 100 }, (_, index) =>
    rule(`${index}`, { $or: [{ a: ["x"] }, { b: [`${index % 7}`] }] }),
  );

  expect(compile(many).match({ a: "x", b: ["3", "4"] })).toEqual(many);
  expect(names(compile(many).match({ b: "3" }))).toEqual(names(many.filter((_, index) => index % 7 === 3)));
});
