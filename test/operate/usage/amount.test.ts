import { destinationTypes } from "../../../destinations";
import type { DestinationType } from "../../../destinations/destination-type";
import { exactly, steps, times, total, UNKNOWN } from "../../../operate/usage/amount";
import { cost, costOfOne, pricesOf, pricesOfStream } from "../../../operate/usage/row";
import { streamTypes } from "../../../streams";
import type { StreamType } from "../../../streams/stream-type";

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
  (price, ofBytes, bytes, units) => {
    const { least = Infinity, most = 0 } = cost([price], ofBytes, { events: exactly(1), bytes: exactly(bytes) });

    expect(costOfOne([price], ofBytes, bytes) * 1e6).toBeCloseTo(units);
    expect(least * 1e6).toBeLessThanOrEqual(units);
    expect(most * 1e6).toBeGreaterThanOrEqual(units);
  },
);

test("what weighs nobody knows how much has no price, not even none", () => {
  expect(cost([{ price: 1, step_bytes: 5120 }], true, { events: exactly(5), bytes: UNKNOWN })).toEqual(UNKNOWN);
});

test("what grows with an event's size in several ways is charged in parts, which make up the price of a small one", () => {
  const streams = (streamTypes as readonly StreamType[]).flatMap(({ monitored, variants = [] }) => [
    monitored,
    ...variants.map((variant) => variant.monitored),
  ]);
  const usages = (destinationTypes as readonly DestinationType[]).flatMap(({ monitored }) => monitored.usage);
  for (const { price, parts } of [...streams, ...usages])
    if (parts !== undefined) expect(parts.reduce((sum, part) => sum + part.price, 0)).toBeCloseTo(price);

  const [endpoint] = streams.filter(({ counted }) => counted === "request");
  const table = usages.find(({ label }) => label === "items");
  if (endpoint === undefined || table === undefined) throw new Error("they are gone");
  // Of 70,000 bytes an event is two pieces, and its request and function are one each.
  expect(costOfOne(pricesOfStream(endpoint), false, 70_000) * 1e6).toBeCloseTo(2 + 1 + 0.2);
  // An item of 2000 bytes takes two units of writing, and one execution.
  expect(costOfOne(pricesOf(table), false, 2000) * 1e6).toBeCloseTo(1.02 + 2 * 0.625);
  expect(cost(pricesOf(table), false, { events: exactly(10), bytes: UNKNOWN })).toEqual({
    least: expect.closeTo(16.45e-6),
  });
});
