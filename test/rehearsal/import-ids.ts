type Values = Readonly<Record<string, unknown>>;

/**
 * The ids under which the AWS provider imports what a person may have made by hand, from the values in the state; each type's
 * documentation page has it under "Import". docs/how-to/take-over.md says them in words.
 */
export const importIds: Readonly<Record<string, (values: Values) => string>> = {
  aws_cloudwatch_event_archive: ({ name }) => `${name}`,
  aws_cloudwatch_event_bus: ({ name }) => `${name}`,
  aws_cloudwatch_event_rule: ({ event_bus_name, name }) => `${event_bus_name}/${name}`,
  aws_cloudwatch_event_target: ({ event_bus_name, rule, target_id }) => `${event_bus_name}/${rule}/${target_id}`,
  aws_cloudwatch_log_group: ({ name }) => `${name}`,
  aws_cloudwatch_log_resource_policy: ({ policy_name }) => `${policy_name}`,
  aws_iam_role: ({ name }) => `${name}`,
  aws_iam_role_policy: ({ role, name }) => `${role}:${name}`,
  aws_kinesis_firehose_delivery_stream: ({ arn }) => `${arn}`,
  aws_kinesis_stream: ({ name }) => `${name}`,
  aws_s3_bucket: ({ bucket }) => `${bucket}`,
  aws_sns_topic: ({ arn }) => `${arn}`,
  aws_sqs_queue: ({ url }) => `${url}`,
};
