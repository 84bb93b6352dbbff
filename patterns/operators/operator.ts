import type { Finding } from "../../text/issue";
import { type Json, whatIs } from "../json";
import type { DemandOf, Kind, Path, Scalar } from "../pattern";

/** A finding whose path begins at what is being read. */
export type Fault = Omit<Finding, "path"> & { readonly at?: Path };
export type Say = (fault: Fault) => void;

/** Whether a value of an event passes. */
export type Passes = (value: Scalar) => boolean;

/** A kind of test: how it is written, what passes it, and how it is said to a person. */
export interface Operator<K extends Kind> {
  /** An operand as a message shows it, in JSON. */
  readonly example: string;
  /** Undefined after saying what is wrong. */
  parse(operand: Json, say: Say): DemandOf<K> | undefined;
  /** Decides what it can once for all values. */
  passing(demand: DemandOf<K>): Passes;
  /** What it wants, such as `a text that begins with "x"`. */
  words(demand: DemandOf<K>): string;
}

/** The operand is of another type than the operator takes. */
export function wrongType(operand: Json, takes: string, write: string): Fault {
  return { id: "pattern-operand", message: `is ${whatIs(operand)}, but the operator takes ${takes}; write ${write}` };
}
