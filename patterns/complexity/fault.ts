import { WILDCARD_COMPLEXITY } from "../../aws/limits";
import type { Fault } from "../../text/issue";
import type { Pattern } from "../pattern";
import { hasWildcard, wildcardComplexity } from "./complexity";

/** Returns the faults for a pattern whose wildcards AWS finds too complex, or may find so. */
export function complexityFaults(pattern: Pattern): Fault[] {
  const { score, name } = wildcardComplexity(pattern);
  if (score < WILDCARD_COMPLEXITY) return [];
  const field = pattern.alternatives.flat().find((each) => each.name === name && each.tests.some(hasWildcard));
  const path = field?.path ?? [];
  const advice =
    "write fewer wildcards or fewer * in them, use prefix, suffix or whole values where they do, or split the rule";
  if (score > WILDCARD_COMPLEXITY) {
    const message = `has wildcards of a complexity of ${score}, EventBridge allows ${WILDCARD_COMPLEXITY}; ${advice}`;
    return [{ id: "pattern-too-complex", path, message }];
  }
  const message = `has wildcards of a complexity of ${score}, which is the most that EventBridge is known to take and may be one too many; ${advice}`;
  return [{ id: "pattern-complex", severity: "warning", path, message }];
}
