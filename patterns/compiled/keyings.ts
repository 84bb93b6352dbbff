import { addressBytes } from "../operators/address";
import { fold } from "../operators/letters";
import type { Scalar, Test } from "../pattern";

/** A key that every value has that passes the test. Its size says how much of a value is compared with it. */
export interface Key {
  readonly size: number;
  readonly key: Scalar;
}

/** A way to find tests by a value, so that not all of them must be tried. */
export interface Keying {
  /** The number of different keys from which looking up is faster than trying each. */
  readonly worthwhile: number;
  /** True if the key is found anywhere in a value, which therefore has many. */
  readonly anywhere?: true;
  keyOf(test: Test): Key | undefined;
  /** Returns the part of a value to compare with keys of a size. */
  cut(value: Scalar, size: number): Scalar | undefined;
}

const wholeFolded: Keying = {
  worthwhile: 4,
  keyOf: (test) => (test.kind === "equals-ignore-case" ? { size: 0, key: fold(test.text) } : undefined),
  cut: (value) => (typeof value === "string" ? fold(value) : undefined),
};

const beginning: Keying = {
  worthwhile: 4,
  keyOf(test) {
    if (test.kind === "prefix" && test.ignoringCase === undefined) return textKey(test.text);
    if (test.kind !== "wildcard") return undefined;
    const [first = ""] = test.pieces;
    const last = test.pieces.at(-1) ?? "";
    return first.length >= last.length ? textKey(first) : undefined;
  },
  cut: (value, size) => (typeof value === "string" ? value.slice(0, size) : undefined),
};

const beginningFolded: Keying = {
  worthwhile: 4,
  keyOf: (test) => (test.kind === "prefix" && test.ignoringCase !== undefined ? textKey(fold(test.text)) : undefined),
  cut: (value, size) => (typeof value === "string" ? fold(value).slice(0, size) : undefined),
};

const end: Keying = {
  worthwhile: 4,
  keyOf(test) {
    if (test.kind === "suffix" && test.ignoringCase === undefined) return textKey(test.text);
    return test.kind === "wildcard" ? textKey(test.pieces.at(-1) ?? "") : undefined;
  },
  cut: (value, size) => (typeof value === "string" ? value.slice(-size) : undefined),
};

const endFolded: Keying = {
  worthwhile: 4,
  keyOf: (test) => (test.kind === "suffix" && test.ignoringCase !== undefined ? textKey(fold(test.text)) : undefined),
  cut: (value, size) => (typeof value === "string" ? fold(value).slice(-size) : undefined),
};

/** The number of letters that distinguish most texts. */
const LETTERS = 3;

const middle: Keying = {
  worthwhile: 64,
  anywhere: true,
  keyOf(test) {
    if (test.kind !== "wildcard") return undefined;
    const longest = test.pieces.reduce((one, other) => (other.length > one.length ? other : one));
    return textKey(longest.slice(0, LETTERS));
  },
  cut: (value) => (typeof value === "string" ? value : undefined),
};

const block: Keying = {
  worthwhile: 4,
  keyOf: (test) => (test.kind === "cidr" ? { size: test.bits, key: firstBits(test.block, test.bits) } : undefined),
  cut(value, size) {
    const address = typeof value === "string" ? addressBytes(value) : undefined;
    return address === undefined ? undefined : firstBits(address, size);
  },
};

/** Returns a text's key; undefined for the empty text, which says nothing about the value. */
function textKey(text: string): Key | undefined {
  return text === "" ? undefined : { size: text.length, key: text };
}

function firstBits(bytes: readonly number[], bits: number): string {
  const rest = 8 - (bits & 7);
  const part = rest === 8 ? "" : (bytes[bits >> 3] ?? 0) >> rest;
  return `${bytes.length}:${bytes.slice(0, bits >> 3).join(".")}/${part}`;
}

/** The ways to find tests. The first one that has a key for a test is used for it. */
export const keyings: readonly Keying[] = [wholeFolded, beginning, beginningFolded, end, endFolded, middle, block];
