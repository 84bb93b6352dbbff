import { unmatchable } from "../unmatchable";
import { type FindingType, nist } from "./finding";

export const ruleNeverMatches: FindingType = {
  id: "rule-never-matches",
  severity: "high",
  why: "The rule looks as if it delivered, and no event ever passes it; nothing fails, so that no alarm fires.",
  remediation:
    "Declare the rule in the environment file, where check says what to write, or take the source from the bus's name.",
  controls: nist("AU-12", "SI-4"),
  find: ({ rules, environment }) =>
    rules.flatMap((rule) => {
      const why = unmatchable(rule, environment);
      return why === undefined ? [] : [{ address: rule.rule.address, what: `the rule can never match: ${why}` }];
    }),
};
