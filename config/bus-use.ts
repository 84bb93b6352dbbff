import { hasWildcard } from "../patterns/complexity/complexity";
import { onceForEach } from "../text/once";
import type { Environment, Rule } from "./model";
import { parsedOnce } from "./rule-view";

/** The share of what EventBridge allows a bus that is used. */
export interface BusUse {
  /** The rules of the file, and that by which EventBridge fills the archive: that it counts is likely, and said nowhere. */
  readonly rules: number;
  readonly archived: boolean;
  readonly wildcardRules: number;
}

type Buses = Pick<Environment, "streams" | "rules">;

/** Returns the use of the bus of a stream. */
export function busUse({ streams, rules }: Buses, stream: string): BusUse {
  const { all = 0, wild = 0 } = countsOf(rules).get(stream) ?? {};
  const archived = streams[stream]?.archive !== undefined;
  return { rules: all + (archived ? 1 : 0), archived, wildcardRules: wild };
}

/** Counted once for all streams, as there may be thousands of rules. */
const countsOf = onceForEach((rules: Buses["rules"]) => {
  const counts = new Map<string, { all: number; wild: number }>();
  for (const rule of Object.values(rules)) {
    const count = counts.get(rule.stream) ?? { all: 0, wild: 0 };
    count.all += 1;
    if (isWild(rule)) count.wild += 1;
    counts.set(rule.stream, count);
  }
  return counts;
});

function isWild({ pattern }: Rule): boolean {
  const { alternatives = [] } = pattern === undefined ? {} : (parsedOnce(pattern).pattern ?? {});
  return alternatives.some((fields) => fields.some(({ tests }) => tests.some(hasWildcard)));
}
