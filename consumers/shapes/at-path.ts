import { ANYTHING, anyOf, isAnything, type Shape } from "./shape";

/** What is known of the value at a path. */
export interface Found {
  readonly shape: Shape;
  /** True where every event has one, and none that is null. */
  readonly sure: boolean;
}

/** Returns what is known of the value at a path such as `$.detail.eventBody.list[0].id`; undefined where no event has one. */
export function atPath(event: Shape, path: string): Found | undefined {
  let found: Found = { shape: event, sure: true };
  for (const part of path.replace(/^\$/, "").match(/[^.[\]]+/g) ?? []) {
    const each = alternatives(found.shape).map((shape) => member(shape, part));
    const known = each.flatMap((one) => one ?? []);
    if (known.length === 0) return undefined;
    found = {
      shape: known.length === 1 && known[0] !== undefined ? known[0].shape : anyOf(known.map(({ shape }) => shape)),
      sure: found.sure && known.length === each.length && known.every(({ sure }) => sure),
    };
  }
  return { ...found, sure: found.sure && !mayBeNull(found.shape) };
}

function alternatives(shape: Shape): readonly Shape[] {
  return shape.anyOf?.flatMap(alternatives) ?? [shape];
}

function member(shape: Shape, part: string): Found | undefined {
  const { type, properties = {}, required = [], items, additionalProperties } = shape;
  if (isAnything(shape)) return { shape: ANYTHING, sure: false };
  if (type === "array") return /^\d+$/.test(part) && items ? { shape: items, sure: false } : undefined;
  if (type !== "object") return undefined;
  const own = Object.hasOwn(properties, part) ? properties[part] : undefined;
  if (own !== undefined) return { shape: own, sure: required.includes(part) };
  return additionalProperties === false ? undefined : { shape: ANYTHING, sure: false };
}

function mayBeNull(shape: Shape): boolean {
  return isAnything(shape) || shape.type === "null" || (shape.anyOf ?? []).some(mayBeNull);
}
