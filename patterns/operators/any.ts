import type { Scalar } from "../pattern";
import type { Passes } from "./operator";

/** Returns a test that passes one of these values, and what passes one of the other tests. */
export function any(values: readonly Scalar[], others: readonly Passes[]): Passes {
  const [value] = values;
  const [other] = others;
  const set = new Set(values);
  if (other === undefined) return set.size === 1 ? (each) => each === value : (each) => set.has(each);
  if (others.length === 1 && set.size === 0) return other;
  return (each) => set.has(each) || others.some((passes) => passes(each));
}
