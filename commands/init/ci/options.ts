import { environmentNames } from "../../../config/files";
import type { Input, Options } from "../../command";
import { placesOf } from "../../io";

export const options = {
  github: { type: "boolean", help: "workflows for GitHub Actions, in .github/" },
  gitlab: { type: "boolean", help: "a pipeline for GitLab, .gitlab-ci.yml" },
  order: {
    type: "string",
    value: "ENVIRONMENTS",
    offers: { values: async (io) => environmentNames(placesOf(io)) },
    help: "the order in which they are deployed: dev,staging,north+south; what + joins goes side by side",
  },
  branch: { type: "string", value: "BRANCH", help: "the branch that is deployed", default: "main", offers: {} },
  "plan-role": {
    type: "string",
    value: "ARN",
    offers: {},
    help: "the role that plans and may change nothing; {account} and {environment} are filled in for each environment",
  },
  "apply-role": { type: "string", value: "ARN", help: "the role that applies, written in the same way", offers: {} },
  "dry-run": { type: "boolean", help: "only say which files would be written" },
  force: { type: "boolean", help: "write over files that are there and say something else" },
} as const satisfies Options;

/** Returns what is wrong with the options together; undefined where nothing is. */
export function wrongUse({ values }: Input<typeof options>): string | undefined {
  if (values.github === values.gitlab) return "init ci wants either --github or --gitlab";
  const branch = values.branch ?? "main";
  if (!/^[A-Za-z0-9][\w./-]*$/.test(branch)) return `--branch ${branch} is no branch that can be written here`;
  for (const option of ["plan-role", "apply-role"] as const) {
    const role = values[option];
    if (role !== undefined && !/^arn:[a-z-]+:iam::(?:\d{12}|\{account\}):role\/[\w+=,.@/{}-]+$/.test(role)) {
      return `--${option} ${role} is no ARN of a role, such as arn:aws:iam::{account}:role/{environment}-plan`;
    }
  }
  return undefined;
}
