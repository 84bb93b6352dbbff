import { aws, type FindingType, nist } from "./finding";
import { inAllowed } from "./statements";

export const wildcardResource: FindingType = {
  id: "wildcard-resource",
  severity: "medium",
  why: "What is meant for one stream or queue holds for every one of the account, also for those to come.",
  mend: "Name the resource by its ARN.",
  controls: [...aws("IAM.21"), ...nist("AC-6")],
  find: (evidence) =>
    inAllowed(evidence, ({ resources, inverted, actions }, { kind }) => {
      if (kind !== "identity" || !(resources.includes("*") || inverted.includes("NotResource"))) return undefined;
      return `allows ${actions.join(", ") || "all but a few actions"} on any resource`;
    }),
};
