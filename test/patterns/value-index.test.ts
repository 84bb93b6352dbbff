import { type Random, random as seeded } from "../../bench/load/random";
import { condition, nothing } from "../../patterns/compiled/condition";
import { ValueIndex } from "../../patterns/compiled/value-index";
import { parsePattern } from "../../patterns/parse";
import type { Scalar, Test } from "../../patterns/pattern";

function testsOf(...written: unknown[]): readonly Test[] {
  return parsePattern({ a: written }).pattern?.alternatives[0]?.[0]?.tests ?? fail(JSON.stringify(written));
}

function text(random: Random, length: number, letters = "abAB"): string {
  return Array.from({ length }, () => random.pick([...letters])).join("");
}

const address = (random: Random) => `10.${random.int(0, 1)}.${random.int(0, 3)}.${random.int(0, 255)}`;
const someText = (random: Random) => text(random, random.int(0, 8));
const someNumber = (random: Random) => random.int(-50, 50) / 2;

/** What a test of each kind may ask for, and the values that it is tried on. */
const KINDS: readonly (readonly [kind: string, (random: Random) => unknown, (random: Random) => Scalar])[] = [
  ["literal", (random) => text(random, 3), (random) => text(random, 3)],
  ["number", (random) => random.int(0, 99), (random) => random.int(0, 99)],
  ["prefix", (random) => ({ prefix: text(random, random.int(0, 4)) }), someText],
  ["suffix", (random) => ({ suffix: text(random, random.int(0, 4)) }), someText],
  [
    "equals-ignore-case",
    (random) => ({ "equals-ignore-case": text(random, 3, "abÄßK") }),
    (random) => text(random, 3, "aAbBäÄßkK\u212a"),
  ],
  [
    "prefix in any case",
    (random) => ({ prefix: { "equals-ignore-case": text(random, 3, "abß") } }),
    (random) => text(random, 6, "aABSß"),
  ],
  [
    "suffix in any case",
    (random) => ({ suffix: { "equals-ignore-case": text(random, 3, "abß") } }),
    (random) => text(random, 6, "aABSß"),
  ],
  [
    "wildcard in the middle",
    (random) => ({ wildcard: `*${text(random, 4)}*${text(random, 1)}*` }),
    (random) => text(random, 9),
  ],
  ["wildcard", (random) => ({ wildcard: `${someText(random)}*${someText(random)}` }), (random) => text(random, 9)],
  ["wildcard for anything", () => ({ wildcard: "*" }), someText],
  ["anything-but", (random) => ({ "anything-but": [text(random, 1), text(random, 2)] }), someText],
  ["range", (random) => ({ numeric: [">", random.int(-50, 0), "<=", random.int(1, 50)] }), someNumber],
  [
    "narrow range",
    (random) => {
      const low = random.int(-50, 50);
      return { numeric: [">=", low, "<", low + 2] };
    },
    someNumber,
  ],
  ["above", (random) => ({ numeric: [">", random.int(-50, 50)] }), someNumber],
  ["equal", (random) => ({ numeric: ["=", random.int(-50, 50)] }), someNumber],
  ["cidr", (random) => ({ cidr: `${address(random)}/${random.int(0, 31)}` }), address],
  [
    "cidr of IPv6",
    (random) => ({ cidr: `::${random.int(0, 9999)}:${random.int(0, 9999)}/${random.int(96, 127)}` }),
    (random) => `::${random.int(0, 9999)}:1`,
  ],
];

describe.each([2, 20, 200])("among %i conditions", (count) => {
  test.each(KINDS)("finds what passes of %s", (_, test, value) => {
    const random = seeded(3);
    const items = Array.from({ length: count }, () => ({ condition: condition(nothing(), testsOf(test(random))) }));
    const index = new ValueIndex(items);
    const others: Scalar[] = ["", "x", 1, 0.5, true, false, null];

    const values = [...Array.from({ length: 700 }, () => value(random)), ...others, text(random, 1000), ...others];
    const wrong = values.filter((each) => {
      const passing = items.filter(({ condition: { passes } }) => passes(each));
      const found = new Set(index.at(each));
      return found.size !== passing.length || passing.some((item) => !found.has(item));
    });

    expect(wrong).toEqual([]);
  });
});

test("finds what one of several tests lets pass", () => {
  const item = {
    condition: condition(nothing(), testsOf("x", { prefix: "y" }, { numeric: ["<", 0] }, { wildcard: "*" })),
  };
  const others = Array.from({ length: 100 }, (_, number) => ({
    condition: condition(nothing(), testsOf(`${number}`, { prefix: `${number}-` }, { numeric: ["=", number] })),
  }));
  const index = new ValueIndex([item, ...others]);

  expect(["x", "yes", -1, "5-a", 5, "5", "", 100].map((value) => new Set(index.at(value)))).toEqual([
    new Set([item]),
    new Set([item]),
    new Set([item]),
    new Set([item, others[5]]),
    new Set([others[5]]),
    new Set([item, others[5]]),
    new Set([item]),
    new Set(),
  ]);
});

describe("tries", () => {
  const tries = () => {
    let tried = 0;
    const items = Array.from({ length: 1000 }, (_, number) => {
      const made = condition(nothing(), testsOf({ prefix: `${number}-` }, { numeric: [">", number, "<", number + 2] }));
      const passes = (value: Scalar) => {
        tried++;
        return made.passes(value);
      };
      return { condition: { ...made, passes } };
    });
    return { items, index: new ValueIndex(items), tried: () => tried };
  };

  test("few of many", () => {
    const { items, index, tried } = tries();

    const found = ["7-a", 7.5].map((value) => new Set(index.at(value)));

    expect(found).toEqual([new Set([items[7]]), new Set([items[6], items[7]])]);
    expect(tried()).toBeLessThan(6);
  });

  const value = (number: number) => `5-${number}`;

  test.each([
    ["nothing for a value that came before", [value(0), value(0)], 1],
    ["again a long value, which is not kept in mind", [value(0).padEnd(300), value(0).padEnd(300)], 2],
    [
      "again what came before many others",
      [0, ...Array.from({ length: 300 }, (_, n) => [n, n]).flat(), 0].map(value),
      301,
    ],
    [
      "everything, where hardly any value comes again",
      [...Array.from({ length: 300 }, (_, n) => n), 299, 299].map(value),
      302,
    ],
  ])("%s", (_, values, count) => {
    const { index, tried } = tries();

    for (const each of values) index.at(each);

    expect(tried()).toBe(count);
  });
});
