import { groupBy } from "../../text/group-by";
import type { FindingPart } from "../schema";

/** Findings of one kind together, in the order in which each kind comes first. */
export function grouped(findings: readonly FindingPart[]): FindingPart[][] {
  return [...groupBy(findings, ({ severity, id }) => `${severity} ${id}`).values()];
}
