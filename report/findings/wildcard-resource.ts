import { arnParts } from "../../aws/arn";
import { joined } from "../../text/words";
import { aws, type FindingType, nist } from "./finding";
import { inAllowed } from "./statements";

/** Actions of the stack's own roles that AWS knows no resource for (Service Authorization Reference, 2026-11). */
const OF_NO_RESOURCE = new Set(["ecr:GetAuthorizationToken"]);

export const wildcardResource: FindingType = {
  id: "wildcard-resource",
  severity: "medium",
  why: "What is meant for one stream or queue holds for every one of the account, also for those to come.",
  remediation: "Name the resource by its ARN.",
  controls: [...aws("IAM.21"), ...nist("AC-6")],
  find: (evidence) =>
    inAllowed(evidence, ({ resources, inverted, actions }, { kind }) => {
      if (kind !== "identity" || (actions.length > 0 && actions.every((action) => OF_NO_RESOURCE.has(action))))
        return undefined;
      const wide = inverted.includes("NotResource") ? ["any resource"] : resources.filter(isAny);
      if (wide.length === 0) return undefined;
      const on = joined(wide.map((resource) => (resource === "*" ? "any resource" : resource)));
      return `allows ${actions.join(", ") || "all but a few actions"} on ${on}`;
    }),
};

/** Returns whether a resource is of any service, of any account, or any of its service. */
function isAny(resource: string): boolean {
  if (!/[*?]/.test(resource)) return false;
  const [, , service = "", , account, name] = arnParts(resource);
  return name === undefined || account === undefined || /[*?]/.test(service + account) || /^[*?/:]+$/.test(name);
}
