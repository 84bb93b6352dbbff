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
  /** While choosing values that stand together. */
  chosen: Element | undefined;
}

export type Leaves = ReadonlyMap<string, readonly Leaf[]>;

interface Visit {
  readonly name: string | undefined;
  readonly value: unknown;
  readonly element: Element | undefined;
}

/** All values of an event by the names above them, joined with dots. In the order of the event, at any depth. */
export function leavesOf(event: unknown): Leaves {
  const leaves = new Map<string, Leaf[]>();
  const open: Visit[] = isObject(event) ? [{ name: undefined, value: event, element: undefined }] : [];
  let elements = 0;
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { name, value, element } = visit;
    if (Array.isArray(value)) {
      const array = { chosen: undefined };
      // Last first, so that they are taken from the end in the order of the event.
      for (let index = value.length - 1; index >= 0; index--) {
        const item: unknown = value[index];
        open.push({
          name,
          value: item,
          element: isScalar(item) ? element : { array, parent: element, id: elements++ },
        });
      }
    } else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value).reverse()) {
        open.push({ name: name === undefined ? key : `${name}.${key}`, value: inner, element });
      }
    } else if (name !== undefined && isScalar(value)) {
      const others = leaves.get(name);
      if (others === undefined) leaves.set(name, [{ value, element }]);
      else others.push({ value, element });
    }
  }
  return leaves;
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
