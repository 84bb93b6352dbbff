import type { Demand, DemandOf, Kind } from "../pattern";
import { any } from "./any";
import { anythingBut } from "./anything-but";
import { cidr } from "./cidr";
import { equalsIgnoreCase } from "./equals-ignore-case";
import { exists } from "./exists";
import { literal } from "./literal";
import { numeric } from "./numeric";
import type { Operator, Passes } from "./operator";
import { prefix } from "./prefix";
import { suffix } from "./suffix";
import { wildcard } from "./wildcard";

/** The operators, each the only name in an object of a field's list. */
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

/** Returns whether a value passes one of the tests of a field. */
export function passing(demands: readonly Demand[]): Passes {
  const values = demands.flatMap((demand) => (demand.kind === "literal" ? [demand.value] : []));
  return any(values, demands.filter(({ kind }) => kind !== "literal").map(passingOne));
}

function passingOne<K extends Kind>(demand: DemandOf<K>): Passes {
  return kinds[demand.kind].passing(demand);
}

/** Describes what a test wants, such as `a text that begins with "x"`. */
export function describe<K extends Kind>(demand: DemandOf<K>): string {
  return kinds[demand.kind].describe(demand);
}
