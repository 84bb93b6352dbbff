import { compile } from "../../patterns/compile";
import { explain } from "../../patterns/explain";
import { matches } from "../../patterns/match";
import { parsePattern } from "../../patterns/parse";

/** Lists beside each other whose names interleave: what the last ones want shows only when all others have chosen. */
function interleaved(count: number, elements: number) {
  const names = Array.from({ length: count }, (_, n) => `k${".b".repeat(n)}`);
  const both = Array.from({ length: elements }, () => ({ a: 1, z: 1 }));
  const apart = [...Array.from({ length: elements }, () => ({ a: 1 })), { z: 1 }];
  const event = Object.fromEntries(names.map((name, n) => [name, n === 0 ? apart : both]));
  const pattern = Object.fromEntries(names.map((name) => [name, { a: [1], z: [1] }]));
  return { event, pattern, met: { ...event, k: [...apart, { a: 1, z: 1 }] } };
}

const { event, pattern, met } = interleaved(12, 20);
const absent = Object.fromEntries(
  Object.keys(pattern).map((name) => [name, { a: [1], y: [{ exists: false }], z: [1] }]),
);
const list = (inner: object) => Array.from({ length: 20 }, () => inner);
const chain = Object.fromEntries(
  Array.from({ length: 30 }, (_, n) => [
    [`c${n}`, list({ x: 1, [`d${n}.x`]: 1 })],
    [`c${n}.d${n}`, list({ x: 1, y: n === 29 ? 2 : 1 })],
  ]).flat(),
);
const chainPattern = Object.fromEntries(
  Array.from({ length: 30 }, (_, n) => [
    [`c${n}.x`, [1]],
    [`c${n}.d${n}.x`, [1]],
    [`c${n}.d${n}.y`, [1]],
  ]).flat(),
);
const deep = (levels: number, z: number): object =>
  levels === 0 ? { a: 1, z } : { l: Array.from({ length: 3 }, () => deep(levels - 1, z)) };
const deepPattern = (levels: number, inner: object): object =>
  levels === 0 ? inner : { l: deepPattern(levels - 1, inner) };

test.each([
  ["lists beside each other", pattern, event, false],
  ["the same, where one element has both", pattern, met, true],
  ["the same with absent fields", absent, event, false],
  ["the same with absent fields, where one element has both", absent, met, true],
  ["the same within elements of a list", { o: pattern }, { o: list(event) }, false],
  ["the same within elements of a list, of which one will do", { o: pattern }, { o: [...list(event), met] }, true],
  ["names that lie in two lists each", chainPattern, chain, false],
  ["lists in lists", deepPattern(8, { a: [1], z: [1] }), deep(8, 2), false],
  ["lists in lists, of which all will do", deepPattern(8, { a: [1], z: [1] }), deep(8, 1), true],
])("%s are decided at once", (_, asked, found, expected) => {
  const parsed = parsePattern(asked).pattern ?? fail("no pattern");

  expect(matches(parsed, found)).toBe(expected);
  expect(compile([{ pattern: parsed }]).match(found)).toHaveLength(expected ? 1 : 0);
  expect(explain(parsed, found) === undefined).toBe(expected);
});
