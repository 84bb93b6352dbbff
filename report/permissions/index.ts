import { parseArn } from "../../aws/arn";
import { resourceType } from "../../aws/resources";
import type { DeliveryService } from "../../aws/resources/resource-type";
import { own } from "../own";
import type { Delivery } from "../resources/deliveries";
import { byRole, byRoleOr } from "./by-role";
import { lambda } from "./function";
import { logs } from "./logs";
import type { Known, Missing, Permission } from "./permission";
import { queue } from "./queue";
import { topic } from "./topic";

/** The ways in which EventBridge is let in, by the service that a target's ARN names (EventBridge user guide, "Permissions"). */
const permissions: Readonly<Record<DeliveryService, Permission>> = {
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

/** Returns why EventBridge may not deliver; undefined where it may, or where nobody can say. */
export function missingPermission(delivery: Delivery, known: Known): Missing | undefined {
  return own<Permission>(permissions, serviceOf(delivery) ?? "")?.(delivery, known);
}

function serviceOf({ receiver, arn }: Delivery): string | undefined {
  const { service, resource } = parseArn(arn ?? "");
  const ofArn = resource.startsWith("api-destination/") ? "api-destination" : service;
  return resourceType(receiver?.type)?.delivery ?? ofArn;
}
