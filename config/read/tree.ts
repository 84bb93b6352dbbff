import { ISSUES, NESTING } from "../../aws/limits";
import type { Fault } from "../../text/issue";
import type { IssueId } from "../../text/issues";
import type { Path } from "../../text/value";

/** A literal of the environment file with the offset at which it starts. HCL and JSON are both read into this. */
export type Tree =
  | { readonly kind: "object"; readonly at: number; readonly entries: readonly Entry[] }
  | { readonly kind: "list"; readonly at: number; readonly items: readonly Tree[] }
  | { readonly kind: "scalar"; readonly at: number; readonly value: string | number | boolean | null }
  /** Something that the reader has complained about already; nobody else shall. */
  | { readonly kind: "refused"; readonly at: number };

export interface Entry {
  readonly key: string;
  readonly at: number;
  readonly value: Tree;
}

/** The text is not what its format demands: reading stops here. */
export class Unreadable extends Error {
  constructor(
    readonly at: number,
    message: string,
    readonly path: Path = [],
    readonly id: IssueId = "syntax",
  ) {
    super(message);
  }
}

/** A fault that the reader itself sees, which knows its place; there may be two of one path. */
export interface PlacedFault extends Fault {
  readonly at: number;
}

export function tooDeep(at: number, path: Path): Unreadable {
  return new Unreadable(
    at,
    `is nested more than ${NESTING} levels deep; write it flatter`,
    path.slice(0, 3),
    "too-deep",
  );
}

/** @throws Unreadable where JavaScript would keep another number than the one that was written. */
export function keptNumber(value: number, at: number, path?: Path): number {
  if (Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))) return value;
  throw new Unreadable(at, "is a number with more digits than can be kept; write it in quotes", path);
}

/** Finds names written twice, and names that cannot be read. */
export function nameFaults(tree: Tree, lineOf: (at: number) => number): PlacedFault[] {
  const found: PlacedFault[] = [];
  const visit = (node: Tree, path: Path): void => {
    if (found.length > ISSUES) return;
    if (node.kind === "list") node.items.forEach((item, index) => void visit(item, [...path, index]));
    if (node.kind !== "object") return;
    const first = new Map<string, Entry>();
    for (const entry of node.entries) {
      const here = [...path, entry.key];
      const before = first.get(entry.key);
      if (found.length > ISSUES) return;
      if (before !== undefined) {
        const message = `is written twice, first in line ${lineOf(before.at)}; keep one of the two`;
        found.push({ id: "duplicate-key", path: here, at: entry.at, message });
      } else if (isReserved(here)) {
        const message = "is a name that cannot be read; in an event pattern, write the pattern as a JSON string";
        found.push({ id: "reserved-name", path: here, at: entry.at, message });
      }
      first.set(entry.key, before ?? entry);
      visit(entry.value, here);
    }
  };
  visit(tree, []);
  return found;
}

/**
 * Returns true for the names that cannot be read: no JavaScript object can hold the one, and zod, which compares the length of
 * whatever has one, fails on the other.
 */
function isReserved(path: Path): boolean {
  const name = path.at(-1);
  if (name !== "toString") return name === "__proto__";
  return path.filter((part) => typeof part === "string").at(-2) === "length";
}

/**
 * Returns the plain value. `null` means "not set" in a tfvars file, so such keys are left out, but where the file says JSON, such as
 * event patterns, where leaving one out would let more events in.
 *
 * @param isJson tells so of a path
 */
export function plainValue(tree: Tree, isJson: (path: Path) => boolean, path: Path = []): unknown {
  if (tree.kind === "refused") return undefined;
  if (tree.kind === "scalar") return tree.value;
  if (tree.kind === "list") return tree.items.map((item, index) => plainValue(item, isJson, [...path, index]));
  const keepsNull = isJson(path);
  const kept: [string, unknown][] = [];
  for (const { key, value } of tree.entries) {
    const here = [...path, key];
    const unset = !keepsNull && value.kind === "scalar" && value.value === null;
    if (!unset && !isReserved(here)) kept.push([key, plainValue(value, isJson, here)]);
  }
  return Object.fromEntries(kept);
}

/** The place of a path in a tree. */
export interface Located {
  readonly at: number;
  readonly refused: boolean;
  /** The text that the path leads into, such as a pattern that is JSON text, and the rest of the path. */
  readonly inText?: { readonly text: string; readonly path: Path };
}

/** The nearest thing in the text for a path: the value, the name, or what should have contained it. */
export function locate(tree: Tree, path: Path, atKey = false): Located {
  let node = tree;
  let at = tree.kind === "object" && path.length <= 1 ? 0 : tree.at;
  for (const [depth, part] of path.entries()) {
    if (node.kind === "object") {
      const entry = entryNamed(node, part);
      if (entry === undefined) break;
      node = entry.value;
      at = atKey && depth === path.length - 1 ? entry.at : node.at;
    } else if (node.kind === "list" && typeof part === "number" && node.items[part] !== undefined) {
      node = node.items[part];
      at = node.at;
    } else if (node.kind === "scalar" && typeof node.value === "string") {
      return { at, refused: false, inText: { text: node.value, path: path.slice(depth) } };
    } else break;
  }
  return { at, refused: node.kind === "refused" };
}

const byName = new WeakMap<Tree, ReadonlyMap<string | number, Entry>>();

/** Returns the entry that counts where a name is written twice. It is looked up, since a file may be large and full of faults. */
function entryNamed(node: Tree & { kind: "object" }, name: string | number): Entry | undefined {
  const entries = byName.get(node) ?? new Map(node.entries.map((entry) => [entry.key, entry]));
  byName.set(node, entries);
  return entries.get(name);
}
