import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const cases: readonly [wrong: string, parts: Parameters<typeof file>[0], issue: string, advice: RegExp][] = [
  ["an unknown key at the top", { top: 'aws_regoin = "x"' }, "unknown-key 4:1 aws_regoin", /did you mean aws_region\?/],
  ["a key of later work", { top: "pipelines = {}" }, "unknown-key 4:1 pipelines", /is no key here/],
  ["a credential", { top: 'oauthclient_secret = "x"' }, "credential-in-file 4:1 oauthclient_secret", /environment/],
  ["a number for text", { top: "aws_assume_role_arn = 5" }, "wrong-type 4:23 aws_assume_role_arn", /text, in quotes/],
  [
    "a role that is no role",
    { top: 'aws_assume_role_arn = "x"' },
    "invalid-format 4:23 aws_assume_role_arn",
    /arn:aws:iam::/,
  ],
  [
    "an unknown organization region",
    { top: 'genesys_region = "us-west-1"' },
    "unknown-value 4:18 genesys_region",
    /us-west-2/,
  ],
  [
    "a tag that AWS keeps to itself",
    { top: 'tags = { "aws:x" = "y" }' },
    'invalid-name 4:10 tags["aws:x"]',
    /not begin with aws:/,
  ],
  ["a tag that is no text", { top: "tags = { a = 5 }" }, "wrong-type 4:14 tags.a", /text, in quotes/],
  [
    "an unknown backend",
    { top: 'state = { backend = "s4" }' },
    "unknown-value 4:21 state.backend",
    /did you mean s3\?/,
  ],
  [
    "a backend without its bucket",
    { top: 'state = { backend = "s3", key = "k", region = "us-east-1" }' },
    "missing-key 4:9 state.bucket",
    /for example/,
  ],
  [
    "another backend's key",
    { top: 'state = { backend = "local", bucket = "acme-tf" }' },
    "unknown-key 4:30 state.bucket",
    /path/,
  ],
  [
    "a password in a URL",
    { top: 'state = { backend = "http", address = "https://me:pw@s/dev" }' },
    "credential-in-file 4:39 state.address",
    /TF_HTTP_PASSWORD/,
  ],
  [
    "a waiver of no finding",
    { top: 'waivers = { no-dead-leter = { reason = "r", owner = "o", expires = "2027-06-30" } }' },
    "unknown-key 4:13 waivers.no-dead-leter",
    /did you mean no-dead-letter\?/,
  ],
  [
    "a waiver that nobody answers for",
    { top: 'waivers = { untagged = { reason = "r", expires = "2027-06-30" } }' },
    "missing-key 4:24 waivers.untagged.owner",
    /platform-team/,
  ],
  [
    "a waiver that expires on no day",
    { top: 'waivers = { untagged = { reason = "r", owner = "o", expires = "next year" } }' },
    "invalid-format 4:63 waivers.untagged.expires",
    /a day such as 2027-06-30/,
  ],
  [
    "a key written twice",
    { stream: 'event_source_suffix = "a b"' },
    "duplicate-key 6:1 streams.audit.event_source_suffix",
    /line 5/,
  ],
  [
    "an unknown key of a stream",
    { stream: 'lokup = "off"' },
    "unknown-key 6:1 streams.audit.lokup",
    /did you mean lookup\?/,
  ],
  [
    "an unknown way to look up",
    { stream: 'lookup = "strickt"' },
    "unknown-value 6:10 streams.audit.lookup",
    /did you mean strict\?/,
  ],
  ["text for true or false", { stream: 'enabled = "yes"' }, "wrong-type 6:11 streams.audit.enabled", /without quotes/],
  [
    "a key of a later stream",
    { stream: "notification_channel = 5" },
    "unknown-key 6:1 streams.audit.notification_channel",
    /is no key/,
  ],
  [
    "a silence that CloudWatch cannot watch for",
    { stream: "silence_minutes = 1441" },
    "out-of-range 6:19 streams.audit.silence_minutes",
    /at most 1440/,
  ],
  [
    "a receiver that is none",
    { top: 'monitoring = { notify = ["on-call"] }' },
    "invalid-format 4:26 monitoring.notify[0]",
    /SNS topic's ARN .* or an e-mail address/,
  ],
  [
    "a receiver that is not in a list",
    { top: 'monitoring = { notify = "me@acme.example" }' },
    "wrong-type 4:25 monitoring.notify",
    /a list/,
  ],
  ["a rule without targets", { rule: "" }, "missing-key 8:17 rules.all.targets", /\["audit-log"\]/],
  ["targets that are text", { rule: 'targets = "log"' }, "wrong-type 9:11 rules.all.targets", /a list: .*a map/],
  [
    "an unknown option of a target",
    { rule: "targets = { log = { dead_leter = true } }" },
    "unknown-key 9:21 rules.all.targets.log.dead_leter",
    /dead_letter\?/,
  ],
  [
    "too many retries",
    { rule: "targets = { log = { retry_attempts = 186 } }" },
    "out-of-range 9:38 rules.all.targets.log.retry_attempts",
    /at most 185/,
  ],
  [
    "too short an age",
    { rule: "targets = { log = { max_event_age_seconds = 59 } }" },
    "out-of-range 9:45 rules.all.targets.log.max_event_age_seconds",
    /at least 60/,
  ],
  [
    "half a retry",
    { rule: "targets = { log = { retry_attempts = 1.5 } }" },
    "wrong-type 9:38 rules.all.targets.log.retry_attempts",
    /whole number/,
  ],
  [
    "a field that is no path",
    { rule: 'targets = { log = { fields = ["$..x"] } }' },
    "invalid-format 9:31 rules.all.targets.log.fields[0]",
    /detail\.eventBody/,
  ],
  [
    "a field of a name that JavaScript knows",
    { rule: 'targets = { log = { fields = ["constructor"] } }' },
    "path-not-in-event 9:30 rules.all.targets.log.fields",
    /in no event/,
  ],
  [
    "a pattern that is no JSON",
    { rule: 'pattern = "{"\ntargets = ["log"]' },
    "invalid-value 9:13 rules.all.pattern",
    /write/,
  ],
  [
    "a pattern that is a list",
    { rule: 'pattern = "[]"\ntargets = ["log"]' },
    "invalid-value 9:11 rules.all.pattern",
    /write/,
  ],
  [
    "a destination without type",
    { destination: "" },
    "missing-key 11:24 destinations.log.type",
    /cloudwatch_logs, dynamodb, event_bus/,
  ],
  [
    "an unknown type",
    { destination: 'type = "kinesys"' },
    "unknown-value 12:8 destinations.log.type",
    /did you mean kinesis\?/,
  ],
  [
    "a retention that Logs does not take",
    { destination: 'type = "cloudwatch_logs"\nretention_days = 366' },
    "unknown-value 13:18 destinations.log.retention_days",
    /365/,
  ],
  [
    "a log group of AWS's own",
    { destination: 'type = "cloudwatch_logs"\nlog_group = "aws/x"' },
    "invalid-format 13:13 destinations.log.log_group",
    /not begin with aws\//,
  ],
  [
    "another type's key",
    { destination: 'type = "cloudwatch_logs"\nretention_hours = 24' },
    "unknown-key 13:1 destinations.log.retention_hours",
    /retention_days/,
  ],
  [
    "another service's ARN",
    { destination: 'type = "kinesis"\narn = "arn:aws:sqs:us-east-1:123456789012:q"' },
    "invalid-format 13:7 destinations.log.arn",
    /Kinesis stream's ARN/,
  ],
  [
    "a secret as text",
    { destination: 'type = "pagerduty"\nrouting_key = "hunter2"' },
    "wrong-type 13:15 destinations.log.routing_key",
    /a map/,
  ],
  [
    "an unencrypted URL",
    {
      destination:
        'type = "http"\nurl = "http://x"\nauth = { type = "basic", username = "u", password = { ssm_parameter = "/x" } }',
    },
    "invalid-format 13:7 destinations.log.url",
    /https/,
  ],
  [
    "an unknown way to authorize",
    { destination: 'type = "http"\nurl = "https://x"\nauth = { type = "token" }' },
    "unknown-value 14:17 destinations.log.auth.type",
    /api_key/,
  ],
  ["a key that is no key", { top: 'kms_key_arn = "alias/aws/sqs"' }, "invalid-format 4:15 kms_key_arn", /key's ARN/],
];

/** Keys and values that the schema does not take. */
export const keys = cases.map(([wrong, parts, ...expected]): WrongFile => [wrong, file(parts), ...expected]);
