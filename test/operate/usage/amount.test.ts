import { exactly, steps, times, total, UNKNOWN } from "../../../operate/usage/amount";
import { cost, costOfOne } from "../../../operate/usage/row";

test("a sum is at least what is known of its parts, and has a most only where each has one", () => {
  expect(total([exactly(2), exactly(3)])).toEqual({ least: 5, most: 5 });
  expect(total([exactly(2), UNKNOWN])).toEqual({ least: 2 });
  expect(total([exactly(2), { least: 1 }])).toEqual({ least: 3 });
  expect(total([UNKNOWN, UNKNOWN])).toEqual(UNKNOWN);
  expect(total([])).toEqual(UNKNOWN);
  expect(times(UNKNOWN, 5)).toEqual(UNKNOWN);
});

test("pieces of many events lie between what their number and their bytes allow, whatever their sizes", () => {
  for (let round = 0; round < 300; round++) {
    const sizes = Array.from(
      { length: 1 + (round % 7) },
      (_, index) => 1 + ((round * 7919 + index * 104_729) % 200_000),
    );
    const pieces = sizes.reduce((sum, size) => sum + Math.ceil(size / 65_536), 0);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);

    const { least = Infinity, most = 0 } = steps(exactly(sizes.length), exactly(bytes), 65_536);

    expect(least).toBeLessThanOrEqual(pieces);
    expect(most).toBeGreaterThanOrEqual(pieces);
  }
  expect(steps(exactly(3), UNKNOWN, 65_536)).toEqual({ least: 3 });
  expect(steps(UNKNOWN, exactly(3), 65_536)).toEqual(UNKNOWN);
});

test.each([
  [{ price: 1 }, false, 70_000, 1],
  [{ price: 1, step_bytes: 65_536 }, false, 65_536, 1],
  [{ price: 1, step_bytes: 65_536 }, false, 65_537, 2],
  [{ price: 1 }, true, 70_000, 70_000],
  [{ price: 1, step_bytes: 5120 }, true, 1, 5120],
])(
  "an event of %j (bytes: %j) and %i bytes is charged exactly, and within the bounds of its sums",
  (usage, ofBytes, bytes, units) => {
    const metric = { namespace: "", name: "", statistic: "Sum" } as const;
    const { least = Infinity, most = 0 } = cost(usage, ofBytes, { events: exactly(1), bytes: exactly(bytes) });

    expect(costOfOne({ ...usage, metric, label: "" }, ofBytes, bytes) * 1e6).toBeCloseTo(units);
    expect(least * 1e6).toBeLessThanOrEqual(units);
    expect(most * 1e6).toBeGreaterThanOrEqual(units);
  },
);

test("what weighs nobody knows how much has no price, not even none", () => {
  expect(cost({ price: 1, step_bytes: 5120 }, true, { events: exactly(5), bytes: UNKNOWN })).toEqual(UNKNOWN);
});
