import type { ResourceChange } from "../resource-change";

/** Risks in the order in which a reviewer wants to read. */
export const risks = ["destroyed", "access", "leaves", "shorter", "encryption", "unexplained", "rest"] as const;
export type Risk = (typeof risks)[number];

/** The parts of the environment that a change is judged by. */
export interface Surroundings {
  readonly aws_account_id: string;
  readonly aws_region: string;
}

/** One kind of risk: what it sees in a change, in words. */
export interface RiskType {
  readonly risk: Risk;
  /** A heading for all of the kind. */
  readonly title: string;
  words(change: ResourceChange, surroundings: Surroundings): readonly string[];
}
