/** Numbers and choices from a seed: the same in every run. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  int(low: number, high: number): number;
  pick<Value>(list: readonly Value[]): Value;
  /** Small indexes more often, as busy queues and users are in a real organization. */
  skew<Value>(list: readonly Value[]): Value;
  sample<Value>(list: readonly Value[], count: number): Value[];
  chance(probability: number): boolean;
  hex(digits: number): string;
  uuid(): string;
}

const DIGITS = "0123456789abcdef";

export function random(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const hex = (digits: number) => {
    let text = "";
    for (let n = 0; n < digits; n++) text += DIGITS.charAt(next() * 16);
    return text;
  };
  const pick = <Value>(list: readonly Value[]) => at(list, Math.floor(next() * list.length));
  return {
    next,
    hex,
    pick,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    skew: (list) => at(list, Math.floor(next() * next() * list.length)),
    chance: (probability) => next() < probability,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`,
    sample(list, count) {
      const copy = [...list];
      for (let last = copy.length - 1; last > 0; last--) {
        const other = Math.floor(next() * (last + 1));
        const [one, two] = [at(copy, last), at(copy, other)];
        copy[last] = two;
        copy[other] = one;
      }
      return copy.slice(0, count);
    },
  };
}

function at<Value>(list: readonly Value[], index: number): Value {
  if (index >= list.length) throw new Error("there is nothing to choose from");
  return list[index] as Value; // it is within the list
}
