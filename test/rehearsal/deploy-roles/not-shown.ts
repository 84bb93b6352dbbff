const DELIVERED = "a service sets up the delivery of its logs in the name of the caller";

/** The actions that a role holds and no rehearsed call shows, each with the reason why it holds them. */
export const NOT_SHOWN: Readonly<Record<string, string>> = {
  "apigateway:UntagResource":
    "AWS asks for it besides the method, as for apigateway:TagResource; no reference says where",
  "dynamodb:UpdateContinuousBackups": "a table of ids has no backups; `users` has one of items, which shows it",
  "dynamodb:UpdateTable": "no edit here protects a table, or gives it another key",
  "events:UpdateApiDestination":
    "of a pager no key of the file changes it; an http destination's edit shows it in `every`",
  "events:UpdateConnection": "no edit here changes a pager's secret; an http destination's edit shows it in `every`",
  "events:UpdateArchive": "no edit here changes an archive that is there",
  "events:UpdateEventBus": "a bus changes with kms_key_arn only",
  "iam:CreateServiceLinkedRole": "EventBridge asks for it in the name of the caller, and nothing here plays that",
  "iam:UpdateAssumeRolePolicy":
    "another stream delivers by a role that is there; of every destination, no edit here adds one",
  "iam:UpdateRoleDescription": "another version of the program may word a description differently",
  "kms:CreateGrant": "a service uses the key in the name of the caller",
  "kms:Decrypt": "a service uses the key in the name of the caller",
  "kms:DescribeKey": "a service uses the key in the name of the caller",
  "kms:Encrypt": "a service uses the key in the name of the caller",
  "kms:GenerateDataKey": "a service uses the key in the name of the caller",
  "logs:CreateLogDelivery": DELIVERED,
  "logs:DeleteLogDelivery": DELIVERED,
  "logs:DescribeResourcePolicies": DELIVERED,
  "logs:GetLogDelivery": DELIVERED,
  "logs:ListLogDeliveries": DELIVERED,
  "logs:PutResourcePolicy": DELIVERED,
  "logs:UpdateLogDelivery": DELIVERED,
  "s3:ListTagsForResource": "version 6 of the provider asks; the rehearsed one is 5.100.0",
  "s3:TagResource": "version 6 of the provider asks; the rehearsed one is 5.100.0",
  "s3:UntagResource": "version 6 of the provider asks; the rehearsed one is 5.100.0",
  "lambda:ListTags": "GetFunction answers with tags only whom it lets list them (API reference, GetFunction)",
  "lambda:UpdateFunctionCode": "another version of the program has other code; no edit of a file changes it",
  "secretsmanager:CreateSecret": "EventBridge keeps a connection's secret in the name of the caller",
  "secretsmanager:DeleteSecret": "EventBridge keeps a connection's secret in the name of the caller",
  "secretsmanager:PutSecretValue": "EventBridge keeps a connection's secret in the name of the caller",
  "secretsmanager:UpdateSecret": "EventBridge keeps a connection's secret in the name of the caller",
  "states:UpdateStateMachine": "no edit here changes what an item holds",
  "sns:UntagResource": "the topic of alarms is added and taken away by one edit, with its tags",
};
