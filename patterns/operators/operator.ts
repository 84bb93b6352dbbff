import type { Fault } from "../../text/issue";
import { type Json, whatIs } from "../json";
import type { DemandOf, Kind, Path, Scalar } from "../pattern";

/** A fault whose path begins at what is being read. */
export type OperandFault = Omit<Fault, "path"> & { readonly at?: Path };
export type Say = (fault: OperandFault) => void;

/** A test of an event's value. */
export type Passes = (value: Scalar) => boolean;

/** A kind of test: how it is written, what passes it, and how a person reads it. */
export interface Operator<K extends Kind> {
  /** An operand as a message shows it, in JSON. */
  readonly example: string;
  /** Reads an operand; returns undefined after reporting a fault. */
  parse(operand: Json, say: Say): DemandOf<K> | undefined;
  /** Returns the test. Decides what it can once for all values. */
  passing(demand: DemandOf<K>): Passes;
  /** Describes what it wants, such as `a text that begins with "x"`. */
  describe(demand: DemandOf<K>): string;
}

/** Returns the fault of an operand that is of another type than the operator takes. */
export function wrongType(operand: Json, takes: string, write: string): OperandFault {
  return { id: "pattern-operand", message: `is ${whatIs(operand)}, but the operator takes ${takes}; write ${write}` };
}
