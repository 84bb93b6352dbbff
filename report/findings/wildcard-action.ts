import { isWide } from "../policies/risky-actions";
import { aws, cis, type FindingType, nist } from "./finding";
import { inAllowed } from "./statements";

export const wildcardAction: FindingType = {
  id: "wildcard-action",
  severity: "high",
  why: "It allows what delivery never needs, such as to delete, to read, or to change the policy itself.",
  remediation: "Name the actions that are needed, such as kinesis:PutRecord.",
  controls: [...aws("IAM.1", "IAM.21"), ...cis("1.16"), ...nist("AC-6")],
  find: (evidence) =>
    inAllowed(evidence, ({ actions, inverted }) => {
      if (inverted.includes("NotAction")) return `allows everything but ${actions.join(", ")}`;
      const wide = actions.filter(isWide);
      return wide.length === 0 ? undefined : `allows ${wide.join(", ")}`;
    }),
};
