import type { Fault } from "../../text/issue";
import type { IssueId } from "../../text/issues";
import type { Draft } from "../model";

/** A look at the whole environment, for what no single value shows. */
export interface Check {
  /** The name of its file. */
  readonly name: string;
  /** All that it may say, also by the kinds that it asks. */
  readonly says: readonly IssueId[];
  run(draft: Draft): readonly Fault[];
}

/** Returns the check as it is; declares that it is one. */
export function defineCheck(check: Check): Check {
  return check;
}
