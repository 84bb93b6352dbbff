import type { NamedFunction } from "../../aws/function-plan";
import { functionLogGroupName } from "../../aws/log-groups";
import type { Part } from "../../aws/part";

/** Returns what modules/function.ts makes. */
export function functionParts({ part, name, role }: NamedFunction): Part[] {
  return [
    { type: "aws_lambda_function", part, takes: { name, kind: "function", within: "region" } },
    { type: "aws_iam_role", part, takes: { name: role, kind: "role", within: "account" } },
    { type: "aws_iam_role_policy", part },
    {
      type: "aws_cloudwatch_log_group",
      part,
      takes: { name: functionLogGroupName(name), kind: "log_group", within: "region" },
    },
  ];
}
