import type { FindingPart } from "../schema";

/** Findings of one kind together, in the order in which each kind comes first. */
export function grouped(findings: readonly FindingPart[]): FindingPart[][] {
  const groups = new Map<string, FindingPart[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.id}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [finding]);
    else known.push(finding);
  }
  return [...groups.values()];
}
