import type { KeyUse } from "../../../aws/key-use";
import { bridgeLogGroupName } from "../../../aws/log-groups";
import { arn, bridgeName, bridgeParameterName, type Place, roleName } from "../../../aws/names";
import type { Part } from "../../../aws/part";
import type { NotificationsKeys } from "../../notifications";
import type { Origin } from "../../stream-type";
import { metrics } from "./alarms";

/** The role of the program, and the one with which ECS starts it. */
export const TASK_PART = "bridge";
export const START_PART = "start";
export const LOG_PART = "bridge-logs";

/** Returns all that `runBridge` makes. */
export function bridgeParts(_: NotificationsKeys, { environment, stream }: Origin): Part[] {
  const named = (name: string, kind: string, within: "account" | "region") => ({ takes: { name, kind, within } });
  const role = (part: string): Part[] => [
    { type: "aws_iam_role", part, ...named(roleName(environment, stream, part), "role", "account") },
    { type: "aws_iam_role_policy", part },
  ];
  const group = bridgeLogGroupName(environment, stream);
  return [
    { type: "aws_ecs_cluster", ...named(bridgeName(environment, stream), "cluster", "region") },
    { type: "aws_ecs_service" },
    { type: "aws_ecs_task_definition", ...named(bridgeName(environment, stream), "task definition", "region") },
    { type: "aws_ssm_parameter", ...named(bridgeParameterName(environment, stream), "parameter", "region") },
    { type: "aws_cloudwatch_log_group", part: LOG_PART, ...named(group, "log_group", "region") },
    ...Object.keys(metrics).map((part) => ({ type: "aws_cloudwatch_log_metric_filter", part })),
    ...role(TASK_PART),
    ...role(START_PART),
  ];
}

/** Returns the use of the environment's key: for the log group. */
export function bridgeKeyUse(_: NotificationsKeys, { environment, stream }: Origin, place: Place): KeyUse {
  return { logGroups: [arn(place, "logs", `log-group:${bridgeLogGroupName(environment, stream)}`)] };
}
