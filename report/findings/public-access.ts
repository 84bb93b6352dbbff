import { isNarrowed } from "../policies/narrowing";
import { aws, type FindingType, nist } from "./finding";
import { inAllowed } from "./statements";

export const publicAccess: FindingType = {
  id: "public-access",
  severity: "high",
  why: "Anybody with an AWS account can read or send what belongs to you.",
  remediation:
    "Name the accounts, roles or services that need it, or add a condition such as aws:SourceArn or aws:PrincipalOrgID.",
  controls: [...aws("SQS.3", "SNS.4", "Lambda.1"), ...nist("AC-3", "AC-6", "SC-7")],
  find: (evidence) =>
    inAllowed(evidence, (statement, { kind }) => {
      const { principals, inverted, actions } = statement;
      const everybody =
        principals.some(({ kind, id }) => kind === "*" || id === "*") || inverted.includes("NotPrincipal");
      if (kind === "identity" || !everybody || isNarrowed(statement)) return undefined;
      return `lets everybody use ${actions.join(", ") || "all but a few actions"}`;
    }),
};
