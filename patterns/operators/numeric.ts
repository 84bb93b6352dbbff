import { NUMERIC } from "../../aws/limits";
import { decimal } from "../decimal";
import { isNumber, isText, type Json, shown, whatIs } from "../json";
import type { Bound, DemandOf } from "../pattern";
import type { Operator, Say } from "./operator";

const COMPARISONS = ["=", "<", "<=", ">", ">="] as const;
type Comparison = (typeof COMPARISONS)[number];

const id = "pattern-numeric";

export const numeric: Operator<"numeric"> = {
  example: '{"numeric":[">",0,"<=",5]}',
  parse(operand, say) {
    if (operand.kind !== "list" || operand.items[0] === undefined) {
      const what = operand.kind === "list" ? "an empty list" : whatIs(operand);
      say({ id, message: `is ${what}, but numeric takes a list of comparisons; write ["=",5] or [">",0,"<=",5]` });
      return undefined;
    }
    const [first, one, second, other, ...rest] = operand.items;
    const from = comparison(first ?? operand, 0, COMPARISONS, say);
    const value = number(one, 1, say);
    if (from === undefined || value === undefined) return undefined;
    if (second === undefined) return { kind: "numeric", ...bounds(from, value) };
    if (from !== ">" && from !== ">=") {
      say({ id, at: [2], message: `may not follow "${from}"; write the lower bound first, as in [">",0,"<",5]` });
      return undefined;
    }
    const to = comparison(second, 2, ["<", "<="], say);
    const limit = number(other, 3, say);
    if (rest.length > 0) say({ id, at: [4], message: "follows two bounds, which are all there can be; leave it out" });
    if (to === undefined || limit === undefined || rest.length > 0) return undefined;
    if (value >= limit) {
      const write = value === limit ? `["=",${value}]` : `["${from}",${limit},"${to}",${value}]`;
      say({ id, message: `has a lower bound that is not below the upper one; write for example ${write}` });
      return undefined;
    }
    return { kind: "numeric", ...bounds(from, value), ...bounds(to, limit) };
  },
  passing:
    ({ lower, upper }) =>
    (value) => {
      // A number beyond all doubles was no number to the service that read it, and is infinite after JSON.parse.
      if (typeof value !== "number" || !Number.isFinite(value)) return false;
      if (lower !== undefined && (lower.inclusive ? value < lower.value : value <= lower.value)) return false;
      return upper === undefined || (upper.inclusive ? value <= upper.value : value < upper.value);
    },
  describe({ lower, upper }) {
    if (lower !== undefined && lower.value === upper?.value) return `the number ${lower.value}`;
    const parts = [lower && describeBound(">", lower), upper && describeBound("<", upper)].filter(
      (part) => part !== undefined,
    );
    return `a number ${parts.join(" and ")}`;
  },
};

function describeBound(sign: ">" | "<", { value, inclusive }: Bound): string {
  return `${sign}${inclusive ? "=" : ""} ${value}`;
}

function bounds(comparison: Comparison, value: number): Omit<DemandOf<"numeric">, "kind"> {
  const bound = { value, inclusive: comparison.endsWith("=") };
  if (comparison === "=") return { lower: bound, upper: bound };
  return comparison.startsWith(">") ? { lower: bound } : { upper: bound };
}

function comparison<Known extends Comparison>(
  json: Json,
  at: number,
  known: readonly Known[],
  say: Say,
): Known | undefined {
  const found = isText(json) ? known.find((name) => name === json.value) : undefined;
  if (found === undefined) {
    say({
      id,
      at: [at],
      message: `is ${shown(json)}, which is no comparison that can stand here; write one of ${known.join(" ")}`,
    });
  }
  return found;
}

function number(json: Json | undefined, at: number, say: Say): number | undefined {
  if (json === undefined) {
    say({ id, message: 'ends without a number to compare with; write it last, as in [">",0,"<=",5]' });
    return undefined;
  }
  if (!isNumber(json)) {
    say({ id, at: [at], message: `is ${whatIs(json)}, but a number belongs there; write it without quotes, as in 5` });
    return undefined;
  }
  if (json.inexact) {
    say({ id, at: [at], message: `is a number with more digits than can be kept; write at most ${NUMERIC.digits}` });
    return undefined;
  }
  undocumented(json.value, at, say);
  return json.value;
}

function undocumented(value: number, at: number, say: Say): void {
  const { digits, exponent } = decimal(String(value));
  if (value < NUMERIC.min || value > NUMERIC.max) {
    const message = `is beyond ${NUMERIC.max}, up to which EventBridge documents comparisons; try it on the bus, or compare text`;
    say({ id, severity: "warning", at: [at], message });
  } else if (digits.length > NUMERIC.digits || -exponent > NUMERIC.decimals) {
    const message = `has more than the ${NUMERIC.digits} digits, ${NUMERIC.decimals} of them after the point, that EventBridge documents; write fewer`;
    say({ id, severity: "warning", at: [at], message });
  }
}
