export interface Range<Item> {
  readonly low: number;
  readonly high: number;
  readonly item: Item;
}

/** A tree to find the ranges around a number without trying all: those around the middle one, and the two sides of it. */
export interface Ranges<Item> {
  readonly middle: number;
  /** The ranges around the middle, from both of their ends. */
  readonly byLow: readonly Range<Item>[];
  readonly byHigh: readonly Range<Item>[];
  readonly below: Ranges<Item> | undefined;
  readonly above: Ranges<Item> | undefined;
}

export function ranges<Item>(all: readonly Range<Item>[]): Ranges<Item> | undefined {
  const bounds = all.flatMap(({ low, high }) => [low, high].filter(Number.isFinite)).sort((a, b) => a - b);
  const middle = bounds[bounds.length >> 1];
  if (middle === undefined) return undefined;
  const around = all.filter(({ low, high }) => low <= middle && middle <= high);
  return {
    middle,
    byLow: around.toSorted((a, b) => a.low - b.low),
    byHigh: around.toSorted((a, b) => b.high - a.high),
    below: ranges(all.filter(({ high }) => high < middle)),
    above: ranges(all.filter(({ low }) => low > middle)),
  };
}

/** Returns the items whose range contains the value, bounds included. */
export function around<Item>(all: Ranges<Item> | undefined, value: number): Item[] {
  const found: Item[] = [];
  for (let at = all; at !== undefined; at = value < at.middle ? at.below : at.above) {
    const near = value < at.middle ? at.byLow : at.byHigh;
    for (const { low, high, item } of near) {
      if (value < low || value > high) break;
      found.push(item);
    }
  }
  return found;
}
