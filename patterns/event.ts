import { append } from "../text/group-by";
import type { Scalar } from "./pattern";

/** A value of an event with the array elements that it lies in. */
export interface Leaf {
  readonly value: Scalar;
  readonly element: Element | undefined;
}

/** An element of an array that is an object or an array itself; texts and numbers in one array are free of each other. */
export interface Element {
  readonly array: ArrayOfElements;
  /** The element that the array itself lies in. */
  readonly parent: Element | undefined;
  readonly id: number;
}

export interface ArrayOfElements {
  /** The chosen element, while values that stand together are chosen. */
  chosen: Element | undefined;
}

export type Leaves = ReadonlyMap<string, readonly Leaf[]>;

/** A part of an event that has a name. */
export interface Node {
  readonly name: string;
  readonly value: unknown;
  readonly element: Element | undefined;
}

/** Returns all values of an event by the names above them, joined with dots. */
export function leavesOf(event: unknown): Leaves {
  const leaves = new Map<string, Leaf[]>();
  for (const { name, value, element } of nodesOf(event)) {
    if (!isScalar(value)) continue;
    append(leaves, name, { value, element });
  }
  return leaves;
}

/** Yields the named parts in the order of the event. The items of an array have its name. Any depth of nesting will do. */
export function* nodesOf(event: unknown): Generator<Node> {
  let elements = 0;
  // What comes next is the last.
  const open: Node[] = isObject(event) ? membersOf(event).reverse() : [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    const { name, value, element } = node;
    if (Array.isArray(value)) {
      const array = { chosen: undefined };
      for (let index = value.length - 1; index >= 0; index--) {
        const item: unknown = value[index];
        open.push({
          name,
          value: item,
          element: isScalar(item) ? element : { array, parent: element, id: elements++ },
        });
      }
    } else if (isObject(value)) {
      for (const member of membersOf(value, node).reverse()) open.push(member);
    }
  }
}

function membersOf(value: object, within?: Node): Node[] {
  return Object.entries(value).map(([key, inner]: [string, unknown]) => {
    return { name: within === undefined ? key : `${within.name}.${key}`, value: inner, element: within?.element };
  });
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
