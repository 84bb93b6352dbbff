import { own } from "../own";
import type { Delivery } from "../resources/deliveries";
import { byRole, byRoleOr } from "./by-role";
import { lambda } from "./function";
import { logs } from "./logs";
import type { Known, Missing, Permission } from "./permission";
import { queue } from "./queue";
import { topic } from "./topic";

/** By the service that a target's ARN names, how EventBridge is let in (EventBridge user guide, "Permissions"). */
const permissions: Readonly<Record<string, Permission>> = {
  "api-destination": byRole("events:InvokeApiDestination"),
  events: byRole("events:PutEvents"),
  firehose: byRole("firehose:PutRecord", "firehose:PutRecordBatch"),
  kinesis: byRole("kinesis:PutRecord"),
  lambda: byRoleOr("lambda:InvokeFunction", lambda),
  logs,
  sns: byRoleOr("sns:Publish", topic),
  sqs: byRoleOr("sqs:SendMessage", queue),
  states: byRole("states:StartExecution"),
};

/** By type of what a target refers to, where its ARN is known after the apply only. */
const SERVICES: Readonly<Record<string, string>> = {
  aws_cloudwatch_event_api_destination: "api-destination",
  aws_cloudwatch_event_bus: "events",
  aws_cloudwatch_log_group: "logs",
  aws_kinesis_firehose_delivery_stream: "firehose",
  aws_kinesis_stream: "kinesis",
  aws_lambda_alias: "lambda",
  aws_lambda_function: "lambda",
  aws_sfn_state_machine: "states",
  aws_sns_topic: "sns",
  aws_sqs_queue: "sqs",
};

/** Why EventBridge may not deliver; undefined where it may, or where nobody can say. */
export function missingPermission(delivery: Delivery, known: Known): Missing | undefined {
  return own(permissions, serviceOf(delivery) ?? "")?.(delivery, known);
}

function serviceOf({ receiver, arn }: Delivery): string | undefined {
  const [, , service, , , resource] = arn?.split(":") ?? [];
  const ofArn = resource?.startsWith("api-destination/") ? "api-destination" : service;
  return own(SERVICES, receiver?.type ?? "") ?? ofArn;
}
