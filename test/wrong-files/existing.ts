import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

/** A file with one key of a destination, and where its value stands. */
function keyOf(type: string, key: string, value: string, issue: string, advice: RegExp): WrongFile {
  const text = file({ destination: `type = "${type}"\n${key} = "${value}"` });
  return [`has ${key} = "${value}" of ${type}`, text, `${issue} 13:${key.length + 4} destinations.log.${key}`, advice];
}

/** The ARN of each type that takes one: its service and what follows the account. */
const ARNS: readonly (readonly [type: string, service: string, resource: string])[] = [
  ["cloudwatch_logs", "logs", "log-group:/audit"],
  ["event_bus", "events", "event-bus/central"],
  ["firehose", "firehose", "deliverystream/calls"],
  ["kinesis", "kinesis", "stream/calls"],
  ["lambda", "lambda", "function:audit"],
  ["sns", "sns", "alerts"],
  ["sqs", "sqs", "presence"],
  ["step_functions", "states", "stateMachine:audit"],
];

/** What is no ARN of one thing, whatever the type. */
const noThings = ARNS.flatMap(([type, service, resource]) =>
  [
    `arn:aws:${service}:us-east-1::${resource}`,
    `arn:aws:${service}::123456789012:${resource}`,
    `arn:aws:${service}:*:123456789012:${resource}`,
    `arn:aws:${service}:us-east-1:*:${resource}`,
    `arn:*:${service}:us-east-1:123456789012:${resource}`,
    `arn:aws:${service}:us-east-1:12345678901:${resource}`,
    `arn:aws:${service}:us-east-1:123456789012:${resource.replace(/\w+$/, "*")}`,
    `arn:aws:${service}:us-east-1:123456789012:${resource}?`,
    `arn:aws:${service}:us-east-1:123456789012:${resource} `,
    `arn:aws:s3:us-east-1:123456789012:${resource}`,
    `arn:aws:${service}:us-east-1:123456789012:other/${resource}`,
    resource,
  ].map((arn) => keyOf(type, "arn", arn, "invalid-format", /such as arn:aws:/)),
);

const elsewhere = ARNS.flatMap(([type, service, resource]) => [
  keyOf(
    type,
    "arn",
    `arn:aws-cn:${service}:us-east-1:123456789012:${resource}`,
    "arn-elsewhere",
    /the partition aws-cn/,
  ),
  keyOf(
    type,
    "arn",
    `arn:aws:${service}:us-esat-1:123456789012:${resource}`,
    "arn-elsewhere",
    /no region that AWS has; did you mean us-east-1\?/,
  ),
]);

const arns = [
  keyOf("event_bus", "arn", "arn:aws:events:cn-north-1:123456789012:event-bus/x", "arn-elsewhere", /partition aws-cn/),
  ...["aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit", "aws.partner/example.com/x/y"].map(
    (bus) =>
      keyOf(
        "event_bus",
        "arn",
        `arn:aws:events:us-east-1:123456789012:event-bus/${bus}`,
        "invalid-format",
        /partner's bus/,
      ),
  ),
  keyOf("lambda", "arn", "arn:aws:lambda:us-east-1:123456789012:function:audit:$LATEST", "invalid-format", /\$LATEST/),
  keyOf("lambda", "arn", "arn:aws:lambda:us-east-1:123456789012:function:audit:a$b", "invalid-format", /alias/),
  ...["stateMachine:*", "stateMachine:aud?t", "stateMachine:a<b", "stateMachine:ä", "execution:audit:x"].map(
    (resource) =>
      keyOf(
        "step_functions",
        "arn",
        `arn:aws:states:us-east-1:123456789012:${resource}`,
        "invalid-format",
        /one state machine/,
      ),
  ),
  keyOf("sqs", "arn", `arn:aws:sqs:us-east-1:123456789012:${"q".repeat(76)}.fifo`, "invalid-format", /queue's ARN/),
  keyOf(
    "sqs",
    "arn",
    "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters",
    "arn-of-this-stack",
    /dead-letter queue; write/,
  ),
  keyOf("firehose", "bucket_arn", "arn:aws-cn:s3:::acme-events", "arn-elsewhere", /begins with arn:aws:/),
  ...["arn:aws:s3:::acme-events/x", "arn:aws:s3:us-east-1::acme", "arn:aws:s3:::acme-*", "arn:aws:s3:::Acme"].map(
    (arn) => keyOf("firehose", "bucket_arn", arn, "invalid-format", /a bucket's ARN/),
  ),
];

const own: readonly WrongFile[] = [
  [
    "names by its ARN a queue that it makes",
    file({
      rule: 'targets = ["log", "made"]',
      destination: 'type = "sqs"\narn = "arn:aws:sqs:us-east-1:123456789012:dev-made" }\nmade = { type = "sqs"',
    }),
    "arn-of-this-stack 13:7 destinations.log.arn",
    /name made in a rule/,
  ],
  [
    "names by its ARN a log group that it makes",
    file({
      rule: 'targets = ["log", "made"]',
      destination:
        'type = "cloudwatch_logs"\narn = "arn:aws:logs:us-east-1:123456789012:log-group:/x:*" }\nmade = { type = "cloudwatch_logs", log_group = "/x"',
    }),
    "arn-of-this-stack 13:7 destinations.log.arn",
    /name made in a rule/,
  ],
  [
    "sends events to the log group of the bus's own logs",
    file({
      stream: 'log_level = "error"',
      destination:
        'type = "cloudwatch_logs"\narn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/events/dev/audit"',
    }),
    "arn-of-this-stack 13:7 destinations.log.arn",
    /the log group of audit; write/,
  ],
  [
    "sends events to the log group of Firehose's errors",
    file({
      rule: 'targets = ["log", "made"]',
      destination:
        'type = "cloudwatch_logs"\narn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/kinesisfirehose/dev-made" }\nmade = { type = "firehose"',
    }),
    "arn-of-this-stack 13:7 destinations.log.arn",
    /creates as made/,
  ],
  [
    "sends events to the topic of its alarms",
    file({
      top: 'monitoring = { notify = ["me@acme.example"] }',
      destination: 'type = "sns"\narn = "arn:aws:sns:us-east-1:123456789012:dev-alarms"',
    }),
    "arn-of-this-stack 13:7 destinations.log.arn",
    /topic of the alarms; write the ARN of another/,
  ],
  [
    "tells a topic of its own of alarms",
    file({
      top: 'monitoring = { notify = ["arn:aws:sns:us-east-1:123456789012:dev-log"] }',
      destination: 'type = "sns"',
    }),
    "arn-of-this-stack 4:25 monitoring.notify",
    /lets no alarms in; write another/,
  ],
];

/** What exists already, and is not what may be named there. */
export const existing: readonly WrongFile[] = [...noThings, ...elsewhere, ...arns, ...own];
