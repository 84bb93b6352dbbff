import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

/** Accounts, regions and partitions that do not go together. */
export const places: readonly WrongFile[] = [
  [
    "misspells the region",
    file().replace("us-east-1", "us-esat-1"),
    "unknown-value 2:14 aws_region",
    /did you mean us-east-1\?/,
  ],
  ["says no region", file().replace(/aws_region.*/, ""), "missing-key 1:1 aws_region", /write for example "us-east-1"/],
  [
    "assumes a role of another partition",
    file({ top: 'aws_assume_role_arn = "arn:aws-cn:iam::123456789012:role/x"' }),
    "arn-elsewhere 4:23 aws_assume_role_arn",
    /begins with arn:aws:/,
  ],
  [
    "assumes a role of another account",
    file({ top: 'aws_assume_role_arn = "arn:aws:iam::999999999999:role/x"' }),
    "arn-elsewhere 4:23 aws_assume_role_arn",
    /correct aws_account_id/,
  ],
  [
    "has a key of another region",
    file({ top: 'kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd"' }),
    "arn-elsewhere 4:15 kms_key_arn",
    /write a key of us-east-1/,
  ],
  [
    "has the key that AWS manages for queues",
    file({ top: 'kms_key_arn = "arn:aws:kms:us-east-1:123456789012:alias/aws/sqs"' }),
    "invalid-format 4:15 kms_key_arn",
    /never an alias: .* cannot let EventBridge in/,
  ],
  [
    "has a secret of another region",
    file({
      destination:
        'type = "pagerduty"\nrouting_key = { secrets_manager = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:x" }',
    }),
    "arn-elsewhere 13:35 destinations.log.routing_key.secrets_manager",
    /write one of us-east-1/,
  ],
  [
    "has a state's role of another partition",
    file({
      top: 'state = { backend = "s3", bucket = "acme-tf", key = "k", region = "cn-north-1", role_arn = "arn:aws:iam::123456789012:role/x" }',
    }),
    "arn-elsewhere 4:92 state.role_arn",
    /begins with arn:aws-cn:/,
  ],
  [
    "tells a topic of another region",
    file({ top: 'monitoring = { notify = ["arn:aws:sns:eu-west-1:123456789012:on-call"] }' }),
    "arn-elsewhere 4:25 monitoring.notify",
    /write one of there/,
  ],
  [
    "tells more than an alarm can",
    file({
      top: `monitoring = { notify = ["me@acme.example", ${[1, 2, 3, 4, 5].map((n) => `"arn:aws:sns:us-east-1:123456789012:t${n}"`).join(", ")}] }`,
    }),
    "alarm-too-many-receivers 4:25 monitoring.notify",
    /leave some out/,
  ],
  [
    "tells two addresses that Terraform would take for one",
    file({ top: 'monitoring = { notify = ["a.b@c.de", "a@b.c.de"] }' }),
    "same-logical-id 4:16 monitoring.notify",
    /rename/,
  ],
  [
    "has a topic of the name that the alarms' has",
    file({ top: 'monitoring = { notify = ["me@acme.example"] }' }).replace(
      /log = \{\n.*/,
      'log = { type = "cloudwatch_logs" }\nalarms = { type = "sns"',
    ),
    "same-logical-id 12:1 destinations.alarms",
    /rename/,
  ],
];
