import { random as seeded } from "../../bench/load/random";
import { leavesOf } from "../../patterns/event";
import { matches } from "../../patterns/match";
import { passing } from "../../patterns/operators";
import { parsePattern } from "../../patterns/parse";
import type { Alternative, Pattern } from "../../patterns/pattern";
import { randomEvent, randomPattern } from "./random";

function parsed(value: unknown): Pattern {
  return parsePattern(value).pattern ?? fail(`no pattern: ${JSON.stringify(value)}`);
}

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
