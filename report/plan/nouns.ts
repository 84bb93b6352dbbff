import { own } from "../own";
import { type Resource, text } from "../resources/resource";
import type { ResourceChange } from "./resource-change";

const NOUNS: Readonly<Record<string, string>> = {
  aws_cloudwatch_event_api_destination: "API destination",
  aws_cloudwatch_event_bus: "event bus",
  aws_cloudwatch_event_connection: "connection",
  aws_cloudwatch_event_rule: "rule",
  aws_cloudwatch_event_target: "target",
  aws_cloudwatch_log_group: "log group",
  aws_cloudwatch_log_resource_policy: "CloudWatch Logs resource policy",
  aws_iam_role: "role",
  aws_iam_role_policy: "role policy",
  aws_kinesis_firehose_delivery_stream: "delivery stream",
  aws_kinesis_stream: "Kinesis stream",
  aws_lambda_permission: "permission of the function",
  aws_s3_bucket: "bucket",
  aws_sns_topic: "topic",
  aws_sqs_queue: "queue",
  genesyscloud_integration: "integration",
};

/** What is lost with a resource of a type. */
export const LOSSES: Readonly<Record<string, string>> = {
  aws_cloudwatch_event_bus: "with its rules and targets; events that come meanwhile are lost",
  aws_cloudwatch_event_rule: "events that it matches are not delivered",
  aws_cloudwatch_event_target: "nothing more is delivered there",
  aws_cloudwatch_log_group: "with every log event in it",
  aws_cloudwatch_log_resource_policy: "EventBridge can no longer write to the log groups",
  aws_kinesis_firehose_delivery_stream: "with what it has not written yet",
  aws_kinesis_stream: "with every record in it",
  aws_s3_bucket: "with every file in it, unless AWS refuses since it is not empty",
  aws_sns_topic: "with its subscriptions",
  aws_sqs_queue: "with every message in it",
  genesyscloud_integration: "Genesys Cloud sends nothing more, and the event source goes",
};

/** `log group /audit`, as a person calls it. */
export function nounOf({ address, before, after }: ResourceChange): string {
  const resource = after ?? before;
  return resource === undefined ? address : nameOf(resource);
}

function nameOf(resource: Resource): string {
  const { type, name } = resource;
  const called = ["name", "bucket", "policy_name", "target_id"].map((key) => text(resource, key)).find(Boolean);
  return `${own(NOUNS, type) ?? type} ${called ?? name}`;
}
