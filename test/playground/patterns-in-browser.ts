import { compile } from "../../patterns/compile";
import { explain } from "../../patterns/explain";
import { matches } from "../../patterns/match";
import { parsePatternText } from "../../patterns/parse";
import type { Case } from "../patterns/cases";

/** The verdict on each case three times: of the pattern by itself, of many at once, and by the reason why not. */
export type Outcome = "invalid" | readonly [matches: boolean, compiled: boolean, explained: boolean];

export function outcomes(cases: readonly Case[]): Outcome[] {
  return cases.map((one) => {
    const { pattern } = parsePatternText(one.pattern);
    if (pattern === undefined) return "invalid";
    const event = JSON.parse(one.event);
    const compiled = [...compile([{ pattern }]).match(event)].length === 1;
    return [matches(pattern, event), compiled, explain(pattern, event) === undefined];
  });
}

Object.assign(globalThis, { outcomes });
