import type { KeyUse } from "../../../aws/key-use";
import { pipeLogGroupName } from "../../../aws/log-groups";
import { arn, type Place, physicalName, pipeName, roleArn, roleName } from "../../../aws/names";
import type { Part } from "../../../aws/part";
import type { Origin } from "../../stream-type";

/** The names of the parts beside the pipe itself. */
export const ROLE_PART = "pipe";
export const LOG_PART = "pipe-logs";

/** Returns all that `fillByPipe` makes. */
export function pipeParts({ environment, stream }: Origin): Part[] {
  const named = (name: string, kind: string, within: "account" | "region") => ({ takes: { name, kind, within } });
  return [
    { type: "aws_pipes_pipe", ...named(pipeName(physicalName(environment, stream)), "pipe", "region") },
    { type: "aws_iam_role", part: ROLE_PART, ...named(roleName(environment, stream, ROLE_PART), "role", "account") },
    { type: "aws_iam_role_policy", part: ROLE_PART },
    {
      type: "aws_cloudwatch_log_group",
      part: LOG_PART,
      ...named(pipeLogGroupName(environment, stream), "log_group", "region"),
    },
  ];
}

/** Returns the uses of the environment's key: for the log group, and by the pipe's role for its filters and its template. */
export function pipeKeyUse({ environment, stream }: Origin, place: Place): KeyUse {
  return {
    logGroups: [arn(place, "logs", `log-group:${pipeLogGroupName(environment, stream)}`)],
    role: roleArn(place, roleName(environment, stream, ROLE_PART)),
  };
}
