import type { DemandOf, Kind, Scalar } from "../pattern";
import { anythingBut } from "./anything-but";
import { cidr } from "./cidr";
import { equalsIgnoreCase } from "./equals-ignore-case";
import { exists } from "./exists";
import { literal } from "./literal";
import { numeric } from "./numeric";
import type { Operator } from "./operator";
import { prefix } from "./prefix";
import { suffix } from "./suffix";
import { wildcard } from "./wildcard";

/** What can stand as the only name in an object of a field's list. */
export const operators = {
  "anything-but": anythingBut,
  cidr,
  "equals-ignore-case": equalsIgnoreCase,
  exists,
  numeric,
  prefix,
  suffix,
  wildcard,
} as const satisfies { readonly [K in Exclude<Kind, "literal">]: Operator<K> };

export type OperatorName = keyof typeof operators;
export const operatorNames = Object.keys(operators);

const kinds: { readonly [K in Kind]: Operator<K> } = { literal, ...operators };

export function isOperator(name: string): name is OperatorName {
  return Object.hasOwn(operators, name);
}

export function passes<K extends Kind>(demand: DemandOf<K>, value: Scalar): boolean {
  return kinds[demand.kind].passes(demand, value);
}

/** What a test wants, such as `a text that begins with "x"`. */
export function words<K extends Kind>(demand: DemandOf<K>): string {
  return kinds[demand.kind].words(demand);
}
