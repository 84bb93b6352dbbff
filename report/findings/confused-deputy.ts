import { isNarrowed } from "../policies/narrowing";
import type { Statement } from "../policies/statement";
import { type FindingType, nist } from "./finding";
import { inAllowed } from "./statements";

/** Services that act for a resource of somebody, and say for which. */
const DEPUTIES = /^(?:events|firehose|delivery\.logs|pipes|scheduler|sns|s3)\.amazonaws\.com$/;

/** Requests that carry no source, so that a condition would keep every event out. */
const WITHOUT_SOURCE = /^(?:logs:CreateLogStream|sns:Publish|kms:[\w*]+)$/i;

export const confusedDeputy: FindingType = {
  id: "confused-deputy",
  severity: "medium",
  why: "The service acts for every account of AWS: somebody else's rule could deliver here as well.",
  remediation: "Add a condition on aws:SourceArn, with the ARN of the rules, or on aws:SourceAccount.",
  controls: nist("AC-3", "AC-6"),
  find: (evidence) =>
    inAllowed(evidence, (statement, { kind }) => {
      const services = deputies(statement);
      if (kind === "identity" || services.length === 0 || isNarrowed(statement)) return undefined;
      if (statement.actions.every((action) => WITHOUT_SOURCE.test(action))) return undefined;
      return `lets ${services.join(", ")} use ${statement.actions.join(", ")} for whomever it acts`;
    }),
};

function deputies({ principals }: Statement): string[] {
  return principals.flatMap(({ kind, id }) => (kind === "Service" && DEPUTIES.test(id) ? [id] : []));
}
