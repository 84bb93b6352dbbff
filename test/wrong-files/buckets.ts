import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const firehose = (keys: string) => file({ destination: `type = "firehose"\n${keys}` });
const beside = (key: string, value: string): WrongFile => [
  `says ${key} of a bucket that exists`,
  firehose(`bucket_arn = "arn:aws:s3:::theirs"\n${key} = ${value}`),
  `key-without-effect 14:1 destinations.log.${key}`,
  /beside bucket_arn: .* leave one/,
];

const unqueried = (key: string, value: string, advice: RegExp): WrongFile => [
  `wants to query files of ${key} ${value}`,
  firehose(`catalog = true\n${key} = "${value}"`),
  `not-queryable 14:${key.length + 4} destinations.log.${key}`,
  advice,
];

/** Files that Athena would not find, or not read. */
const UNQUERIED: readonly WrongFile[] = [
  unqueried("prefix", "a/!{firehose:random-string}/", /which no query can know.*yyyy\/MM\/dd\/HH/),
  unqueried("prefix", "a/!{timestamp:dd/MM/yyyy}/", /yyyy, MM, dd and HH, each once and in this order/),
  unqueried("prefix", "a/!{timestamp:yyyy,MM}/", /comma/),
  unqueried("prefix", "a/!{timestamp:yyyy/MM/dd}-", /does not end in \//),
  unqueried("compression", "Snappy", /write GZIP or UNCOMPRESSED/),
  [
    "wants a catalog of a delivery stream that exists",
    firehose('arn = "arn:aws:firehose:us-east-1:123456789012:deliverystream/x"\ncatalog = true'),
    "key-without-effect 14:1 destinations.log.catalog",
    /beside arn/,
  ],
];

/** Buckets, and what Firehose logs. */
export const buckets: readonly WrongFile[] = [
  ...UNQUERIED,
  beside("bucket_name", '"mine"'),
  beside("expire_after_days", "30"),
  beside("access_log_bucket", '"logs"'),
  [
    "logs who reads a bucket into itself",
    firehose('bucket_name = "mine"\naccess_log_bucket = "mine"'),
    "access-log-bucket 14:21 destinations.log.access_log_bucket",
    /that log creates .* write the name/,
  ],
  [
    "logs who reads a bucket into it by its composed name",
    firehose('access_log_bucket = "dev-log-123456789012-us-east-1"'),
    "access-log-bucket 13:21 destinations.log.access_log_bucket",
    /write the name/,
  ],
  [
    "has a bucket for access logs that can be none",
    firehose('access_log_bucket = "arn:aws:s3:::logs"'),
    "invalid-format 13:21 destinations.log.access_log_bucket",
    /a bucket's name/,
  ],
  [
    "has a log group of the name that Firehose's errors have",
    file({
      rule: 'targets = ["log", "other"]',
      destination:
        'type = "firehose" }\nother = { type = "cloudwatch_logs", log_group = "/aws/kinesisfirehose/dev-log"',
    }),
    "same-physical-name 13:1 destinations.other",
    /another name/,
  ],
  [
    "has a log group that would be that of Firehose's errors in Terraform",
    file({
      rule: 'targets = ["log", "log_errors"]',
      destination: 'type = "firehose" }\nlog_errors = { type = "cloudwatch_logs"',
    }),
    "same-logical-id 11:18 destinations.log",
    /rename/,
  ],
];
