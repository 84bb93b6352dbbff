import { append } from "../../text/group-by";
import type { Scalar, Test } from "../pattern";
import type { Condition } from "./condition";
import { Drawer } from "./drawer";
import { keyings } from "./keyings";
import { around, type Range, type Ranges, ranges } from "./ranges";

/** An item to continue with where a condition is met. */
export interface Conditional {
  readonly condition: Condition;
}

/** The number of ranges from which looking up is faster than trying each. */
const MANY_RANGES = 8;
/** The most values that are remembered, and the longest one: some fields have the same few values again and again. */
const VALUES = 256;
const LENGTH = 256;

const NONE: readonly never[] = [];

/** An index of the items for a value of one field, so that not every condition is tried. The same may be found twice. */
export class ValueIndex<Item extends Conditional> {
  private readonly exact = new Map<Scalar, Item[]>();
  private readonly drawers: readonly Drawer<Item>[];
  private readonly ranges: Ranges<Item> | undefined;
  /** The items that are found only by trying each. */
  private readonly rest: readonly Item[];
  /** True if only whole values lead anywhere. */
  private readonly isExact: boolean;
  /** The items of recent values; undefined where remembering is of no use. */
  private known: Map<Scalar, readonly Item[]> | undefined;
  private hits = 0;

  constructor(items: readonly Item[]) {
    const drawers: Drawer<Item>[] = [];
    const numeric: Range<Item>[] = [];
    const rest = new Set<Item>();
    for (const item of items) {
      for (const test of item.condition.tests) {
        if (test.kind === "literal") append(this.exact, test.value, item);
        else if (test.kind === "numeric") numeric.push(rangeOf(test, item));
        else if (!putAway(drawers, test, item)) rest.add(item);
      }
    }
    if (numeric.length < MANY_RANGES) for (const { item } of numeric) rest.add(item);
    else this.ranges = ranges(numeric);
    for (const drawer of drawers) if (!drawer.isWorthwhile()) for (const item of drawer.all()) rest.add(item);
    this.drawers = drawers.filter((drawer) => drawer.isWorthwhile());
    this.rest = [...rest];
    this.isExact = this.drawers.length + this.rest.length + numeric.length === 0;
    if (this.drawers.length + this.rest.length > 2) this.known = new Map();
  }

  at(value: Scalar): readonly Item[] {
    if (this.isExact) return this.exact.get(value) ?? NONE;
    if (this.known === undefined) return this.search(value);
    if (typeof value === "string" && value.length > LENGTH) return this.search(value);
    const known = this.known.get(value);
    if (known !== undefined) {
      this.hits++;
      return known;
    }
    const found = this.search(value);
    this.keep(this.known, value, found);
    return found;
  }

  private keep(known: Map<Scalar, readonly Item[]>, value: Scalar, found: readonly Item[]): void {
    if (known.size === VALUES) {
      // Ids, times and the like hardly come again.
      if (this.hits < VALUES) this.known = undefined;
      known.clear();
      this.hits = 0;
    }
    known.set(value, found);
  }

  private search(value: Scalar): readonly Item[] {
    const found: Item[] = [];
    for (const item of this.exact.get(value) ?? NONE) found.push(item);
    for (const drawer of this.drawers) addPassing(drawer.at(value), value, found);
    if (typeof value === "number") addPassing(around(this.ranges, value), value, found);
    addPassing(this.rest, value, found);
    return found;
  }
}

function addPassing<Item extends Conditional>(items: readonly Item[], value: Scalar, found: Item[]): void {
  for (const item of items) if (item.condition.passes(value)) found.push(item);
}

function rangeOf<Item>({ lower, upper }: Extract<Test, { kind: "numeric" }>, item: Item): Range<Item> {
  return {
    low: lower?.value ?? Number.NEGATIVE_INFINITY,
    high: upper?.value ?? Number.POSITIVE_INFINITY,
    item,
  };
}

/** Puts an item into the drawer for its test, and returns false if the test has no key. */
function putAway<Item>(drawers: Drawer<Item>[], test: Test, item: Item): boolean {
  for (const keying of keyings) {
    const found = keying.keyOf(test);
    if (found === undefined) continue;
    let drawer = drawers.find((other) => other.keying === keying && other.size === found.size);
    if (drawer === undefined) {
      drawer = new Drawer(keying, found.size);
      drawers.push(drawer);
    }
    drawer.put(found.key, item);
    return true;
  }
  return false;
}
