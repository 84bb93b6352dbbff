import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "../../bench/load";
import { random as seeded } from "../../bench/load/random";
import { compile } from "../../patterns/compile";
import { matches } from "../../patterns/match";
import { parsePattern, parsePatternText } from "../../patterns/parse";
import { cases } from "../patterns/cases";
import { randomEvent, randomPattern } from "../patterns/random";
import { names, rule } from "../patterns/rule";

interface Expected {
  readonly sha256: Readonly<Record<string, string>>;
  readonly perRule: Readonly<Record<string, number>>;
  readonly firstEvents: readonly (readonly string[])[];
}

describe("300 rules and 20,000 events", () => {
  const expected: Expected = JSON.parse(readFileSync(join(__dirname, "..", "patterns", "load-expected.json"), "utf8"));
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
