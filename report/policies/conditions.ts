import { arnParts } from "../../aws/arn";
import { covers } from "../text/glob";
import type { ConditionTest } from "./statement";

/**
 * The value that a request carries, by key in small letters, or null where it is known to carry none; other keys may be there
 * or not.
 */
export type Context = ReadonlyMap<string, string | null>;

/** Answers to whether a condition lets a request pass: `perhaps` where that depends on what nobody knows before it is made. */
export type Met = "yes" | "no" | "perhaps";

/** An operator taken apart: `ForAllValues:StringNotLikeIfExists`. AWS does not mind capital letters in it. */
interface Operator {
  /** `stringlike` */
  readonly base: string;
  readonly negated: boolean;
  readonly ifExists: boolean;
  readonly set: "all" | "any" | undefined;
}

export function operatorOf(test: string): Operator {
  const [, set, name = ""] = /^(?:(forallvalues|foranyvalue):)?(.*)$/s.exec(test.toLowerCase()) ?? [];
  const base = name.replace(/ifexists$/, "");
  return {
    base: base.replace(/^(string|numeric|date|arn)not|^not(?=ipaddress)/, "$1"),
    negated: /^(?:string|numeric|date|arn)not|^notipaddress/.test(base),
    ifExists: name.endsWith("ifexists"),
    set: set === undefined ? undefined : set === "forallvalues" ? "all" : "any",
  };
}

/** Judges a condition by the rules of the IAM user guide, "Condition operators" and "Multivalued context keys". */
export function isMet({ test, key, values }: ConditionTest, context: Context): Met {
  const { base, negated, ifExists, set } = operatorOf(test);
  const carried = context.get(key.toLowerCase());
  if (base === "null") return carried === undefined ? "perhaps" : nullMet(values, carried === null);
  if (carried === null) return ifExists || set === "all" || (negated && set !== "any") ? "yes" : "no";
  if (carried === undefined) return "perhaps";
  const found = values.map((value) => equals(base, value, carried, context));
  const any: Met = found.includes("yes") ? "yes" : found.includes("perhaps") ? "perhaps" : "no";
  return negated ? opposite(any) : any;
}

function nullMet(values: readonly string[], absent: boolean): Met {
  return values.some((value) => (value.toLowerCase() === "true") === absent) ? "yes" : "no";
}

function opposite(met: Met): Met {
  return met === "perhaps" ? met : met === "yes" ? "no" : "yes";
}

const OPERATORS: Readonly<Record<string, (wanted: string, carried: string) => boolean>> = {
  arnequals: isArnLike,
  arnlike: isArnLike,
  bool: (wanted, carried) => wanted.toLowerCase() === carried.toLowerCase(),
  stringequals: (wanted, carried) => wanted === carried,
  stringequalsignorecase: (wanted, carried) => wanted.toLowerCase() === carried.toLowerCase(),
  stringlike: covers,
};

function equals(base: string, written: string, carried: string, context: Context): Met {
  const wanted = filled(written, context);
  if (wanted === null) return "no";
  const compare = Object.hasOwn(OPERATORS, base) ? OPERATORS[base] : undefined;
  if (wanted === undefined || compare === undefined) return "perhaps";
  return compare(wanted, carried) ? "yes" : "no";
}

/** A value with its policy variables filled in; null where one of them is in no such request, undefined where nobody knows it. */
function filled(value: string, context: Context): string | null | undefined {
  let [text, missing, unknown] = ["", false, false];
  let rest = value;
  for (let open = rest.indexOf("${"); open >= 0; open = rest.indexOf("${")) {
    const close = rest.indexOf("}", open);
    if (close < 0) break;
    const [name = "", otherwise] = rest.slice(open + 2, close).split(",");
    const known = /^[*?$]$/.test(name) ? name : context.get(name.trim().toLowerCase());
    const found = known ?? otherwise?.trim().replace(/^'|'$/g, "");
    missing ||= known === null && found === undefined;
    unknown ||= known === undefined;
    text += rest.slice(0, open) + (found ?? "");
    rest = rest.slice(close + 1);
  }
  if (unknown) return undefined;
  return missing ? null : text + rest;
}

/** Compares each part between colons by itself, the sixth with all that follows. */
export function isArnLike(pattern: string, arn: string): boolean {
  const [wanted, parts] = [arnParts(pattern), arnParts(arn)];
  // One that is shorter AWS would refuse, or take for the whole.
  if (wanted.length < 6 || parts.length < 6) return covers(pattern, arn);
  return wanted.every((part, index) => covers(part, parts[index] ?? ""));
}
