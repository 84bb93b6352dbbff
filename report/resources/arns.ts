import { arn, type Place } from "../../aws/names";
import { own } from "../own";
import { type Resource, text } from "./resource";

const ARNS: Readonly<Record<string, readonly [service: string, resource: (name: string) => string]>> = {
  aws_cloudwatch_event_bus: ["events", (name) => `event-bus/${name}`],
  aws_cloudwatch_log_group: ["logs", (name) => `log-group:${name}`],
  aws_kinesis_firehose_delivery_stream: ["firehose", (name) => `deliverystream/${name}`],
  aws_kinesis_stream: ["kinesis", (name) => `stream/${name}`],
  aws_lambda_function: ["lambda", (name) => `function:${name}`],
  aws_sns_topic: ["sns", (name) => name],
  aws_sqs_queue: ["sqs", (name) => name],
};

/** The ARN that a resource has or, before it exists, will have. */
export function arnOf(resource: Resource, place: Place): string | undefined {
  const name = text(resource, "name") ?? text(resource, "function_name");
  const form = own(ARNS, resource.type);
  return text(resource, "arn") ?? (form && name && arn(place, form[0], form[1](name)));
}
