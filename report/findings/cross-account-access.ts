import { aws, type FindingType, nist } from "./finding";
import { inAllowed } from "./statements";

const ACCOUNT = /^(?:(\d{12})|arn:aws[a-z-]*:(?:iam|sts)::(\d{12}):.*)$/;

export const crossAccountAccess: FindingType = {
  id: "cross-account-access",
  severity: "medium",
  why: "Whoever administers the other account decides who gets in, and your reviews do not see it.",
  remediation: "Take the other account out, or name one role of it, and waive the finding with a reason.",
  controls: [...aws("SQS.3", "SNS.4"), ...nist("AC-3", "AC-6", "SC-7")],
  find: (evidence) =>
    inAllowed(evidence, ({ principals }) => {
      const accounts = principals.flatMap(({ kind, id }) => {
        const [, bare, ofArn] = (kind === "AWS" && ACCOUNT.exec(id)) || [];
        return bare ?? ofArn ?? [];
      });
      const others = [...new Set(accounts)].filter((account) => account !== evidence.environment.aws_account_id);
      return others.length === 0 ? undefined : `lets in account ${others.join(", ")}`;
    }),
};
