import { append } from "../../text/group-by";
import type { Scalar } from "../pattern";
import type { Keying } from "./keyings";

const NONE: readonly never[] = [];

/** The items of keys of one kind and one size. */
export class Drawer<Item> {
  private readonly items = new Map<Scalar, Item[]>();

  constructor(
    readonly keying: Keying,
    readonly size: number,
  ) {}

  put(key: Scalar, item: Item): void {
    append(this.items, key, item);
  }

  /** Returns whether looking up is faster than trying each. */
  isWorthwhile(): boolean {
    return this.items.size >= this.keying.worthwhile;
  }

  all(): readonly Item[] {
    return [...this.items.values()].flat();
  }

  /** Returns the items that may be about a value. */
  at(value: Scalar): readonly Item[] {
    const cut = this.keying.cut(value, this.size);
    if (cut === undefined) return NONE;
    return this.keying.anywhere && typeof cut === "string" ? this.anywhere(cut) : (this.items.get(cut) ?? NONE);
  }

  private anywhere(text: string): readonly Item[] {
    const found = new Set<Item>();
    for (let at = 0; at + this.size <= text.length; at++) {
      for (const item of this.items.get(text.slice(at, at + this.size)) ?? NONE) found.add(item);
    }
    return [...found];
  }
}
