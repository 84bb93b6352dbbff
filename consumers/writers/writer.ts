import type { Contract } from "../contract";

/** A form in which a contract is written. */
export interface Writer {
  /** Returns the same text for the same contract, without a line break at its end. */
  write(contract: Contract): string;
}
