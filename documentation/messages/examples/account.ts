import type { accountIssues } from "../../../text/issues/account";
import { type Example, PRESENCE } from "../example";

export const accountExamples: Readonly<Record<keyof typeof accountIssues, Example>> = {
  "arn-elsewhere": { destination: 'type = "sqs"\narn = "arn:aws:sqs:eu-west-1:123456789012:calls"' },
  "arn-of-this-stack": { destination: 'type = "sqs"\narn = "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters"' },
  "region-uncertain": { region: "ap-southeast-6" },
  "bucket-name": { top: 'state = { backend = "s3", bucket = "acme-", region = "eu-west-1", key = "dev" }' },
  "too-many-tags": { instead: "49 tags in `tags`." },
  "same-tag": {
    top: 'tags = { Environment = "prod" }',
    destination: 'type = "sqs"\narn = "arn:aws:sqs:us-east-1:123456789012:calls"',
  },
  "same-logical-id": {
    targets: '["log", "log_firehose"]',
    destination: 'type = "firehose"',
    destinations: 'log_firehose = { type = "kinesis" }',
  },
  "renamed-from-taken": { destination: 'type = "sqs"\nrenamed_from = "log"' },
  "physical-name": { targets: '["log", "a.b"]', destinations: '"a.b" = { type = "sqs" }' },
  "same-physical-name": {
    stream: 'log_level = "error"',
    destination: 'type = "cloudwatch_logs"\nlog_group = "/aws/vendedlogs/events/dev/audit"',
  },
  "same-name-elsewhere": { instead: "Two files of one account with a destination of the same `queue_name`." },
  "same-state": { instead: "Two files with the same `state`." },
  "log-policy-too-long": { instead: "A file with dozens of log groups." },
  "too-many-log-policies": { instead: "Eleven files of one account and region, each with a log group." },
};

/** A second stream with a rule of its own. */
export function twoStreams(suffix: string): Example {
  return {
    streams: `other = { event_source_suffix = "${suffix}", topic_filters = [${PRESENCE}] }`,
    rules: 'more = { stream = "other", targets = ["log"] }',
  };
}
