import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

function keyOf(type: string, key: string, value: string, issue: string, advice: RegExp): WrongFile {
  const text = file({ destination: `type = "${type}"\n${key} = ${JSON.stringify(value)}` });
  return [
    `has ${key} = "${value.slice(0, 40)}"`,
    text,
    `${issue} 13:${key.length + 4} destinations.log.${key}`,
    advice,
  ];
}

const BUCKETS = [
  ...["ab", "a".repeat(64), "Acme-Events", "acme_events", "acme events", "-acme", "acme-", ".acme", "acme."],
  ...["acme..events", "acme.-events", "acme-.events", "192.168.5.4", "xn--acme", "sthree-acme", "amzn-s3-demo-acme"],
  ...["acme-s3alias", "acme--ol-s3", "acme--x-s3", "acme--table-s3", "acme.mrap", "acme-123456789012-us-east-1-an"],
  ...["acme/events", "arn:aws:s3:::acme", "acmé-events"],
];

/** Rules of the developer guide's "Custom prefixes". */
const PREFIXES: readonly (readonly [prefix: string, advice: RegExp])[] = [
  ["calls/!{firehose:error-output-type}/", /error_prefix only/],
  ["calls/!{partitionKeyFromQuery:id}/", /dynamic partitioning/],
  ["calls/!{partitionKeyFromLambda:id}/", /dynamic partitioning/],
  ["calls/!{time:yyyy}/", /!\{timestamp:…\}/],
  ["calls/!{yyyy}/", /!\{timestamp:…\}/],
  ["calls/!{}/", /!\{timestamp:…\}/],
  ["calls/!{firehose:random}/", /random-string/],
  ["calls/!{timestamp:yyyy/MM/dd/", /without a \}/],
  ["calls/!{timestamp:}/", /without a format/],
  ["calls/!{timestamp:year=yyyy}/", /means nothing to Firehose; put text in ' '/],
  ["calls/!{timestamp:yyyy'/'MM'}/", /nothing closes/],
  ["calls/!{timestamp:yyyy/MM/ddd}/", /ddd, of which Firehose takes 2/],
  ["calls/!{timestamp:yyyy]}/", /\[ or \]/],
  ["calls/!{timestamp:yyyy#MM}/", /#, which Firehose keeps to itself/],
  [`${"x".repeat(513)}`, /513 characters, Firehose allows 512/],
];

const ERROR_PREFIXES: readonly (readonly [prefix: string, advice: RegExp])[] = [
  ["errors/!{timestamp:yyyy/MM/dd}/", /!\{firehose:error-output-type\}.*add it/],
  ["errors/!{firehose:random-string}/", /!\{firehose:error-output-type\}.*add it/],
  ["errors/!{firehose:error}/", /error-output-type/],
];

const prefixes = [
  ...PREFIXES.map(([prefix, advice]) => keyOf("firehose", "prefix", prefix, "prefix-format", advice)),
  ...ERROR_PREFIXES.map(([prefix, advice]) => keyOf("firehose", "error_prefix", prefix, "prefix-format", advice)),
  keyOf("firehose", "prefix", "x".repeat(1025), "invalid-format", /1 to 1024/),
  keyOf("firehose", "prefix", "a\nb", "invalid-format", /control characters/),
  keyOf("firehose", "prefix", "", "invalid-format", /1 to 1024/),
];

const withOther = (destination: string, issue: string, advice: RegExp): WrongFile => [
  `has ${destination}`,
  file({ destination: `type = "cloudwatch_logs" }\n${destination}`, rule: 'targets = ["log", "x", "x.fifo"]' }),
  issue,
  advice,
];

const names: readonly WrongFile[] = [
  keyOf("sqs", "queue_name", "x.fifo", "fifo-name", /fifo = true/),
  keyOf("sqs", "queue_name", `${"x".repeat(76)}.fifo`, "invalid-format", /1 to 80/),
  keyOf("sqs", "message_group_id", "a b", "invalid-format", /without spaces/),
  keyOf("sqs", "message_group_id", "é", "invalid-format", /ASCII/),
  withOther('"x.fifo" = { type = "sqs"', 'fifo-name 13:1 destinations["x.fifo"]', /fifo = true/),
  withOther(
    'x = { type = "firehose", expire_after_days = 3000000000',
    "out-of-range 13:46 destinations.x.expire_after_days",
    /2147483647/,
  ),
  withOther(
    'x = { type = "kinesis", mode = "provisioned", shard_count = 20001',
    "out-of-range 13:61 destinations.x.shard_count",
    /20000/,
  ),
  [
    "has a bucket whose composed name S3 does not take",
    file({ rule: 'targets = ["a..b"]', destination: 'type = "cloudwatch_logs" }\n"a..b" = { type = "firehose"' }),
    'physical-name 13:1 destinations["a..b"]',
    /write bucket_name/,
  ],
];

/** A table whose items are not what they look like. */
function table(keys: string, issue: string, advice: RegExp): WrongFile {
  return [`has a table with ${keys}`, file({ destination: `type = "dynamodb"\n${keys}` }), issue, advice];
}

/** Names and prefixes that AWS does not take for what the stack makes. */
export const composed: readonly WrongFile[] = [
  ...BUCKETS.map((name) => keyOf("firehose", "bucket_name", name, "invalid-format", /lower-case letters/)),
  ...prefixes,
  ...names,
  table(
    'key = "topic[2]"\nattributes = { password = "Hunter2Canary7" }',
    "credential-in-file 14:16 destinations.log.attributes.password",
    /credential/,
  ),
  table('key = "topic[9]"', "topic-part 13:7 destinations.log.key", /topic\[2\]/),
  table('key = "topic[2]"\nkey_name = "latest_by"', "attribute-twice 14:12 destinations.log.key_name", /another name/),
];

/** Prefixes that Firehose takes, and that say something else than they seem to. */
export const composedDoubts: readonly WrongFile[] = [
  keyOf("firehose", "prefix", "calls/!{timestamp:YYYY/MM/dd}/", "prefix-in-doubt", /write yyyy/),
  keyOf("firehose", "prefix", "calls/!{timestamp:yyyy/MM/DD}/", "prefix-in-doubt", /write dd/),
  keyOf("sqs", "message_group_id", "user-$.detail.eventBody.id", "path-within-text", /the path alone/),
  table('key = "topic[1]"', "topic-part-fixed 13:7 destinations.log.key", /one item/),
];
