import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const BUS = 'type = "event_bus"\narn = "arn:aws:events:us-east-1:210987654321:event-bus/central"';
const PAGER = 'type = "pagerduty"\nrouting_key = { ssm_parameter = "/x" }';
const rule = (options: string) => `targets = { log = { ${options} } }`;

const cases: readonly [wrong: string, parts: Parameters<typeof file>[0], issue: string, advice: RegExp][] = [
  [
    "says twice what is sent",
    { rule: rule('fields = ["id"], input_path = "id"') },
    "input-twice 9:51 rules.all.targets.log.input_path",
    /keep one/,
  ],
  [
    "sends a constant to a log group",
    { rule: rule('input = "x"') },
    "input-for-logs 9:29 rules.all.targets.log.input",
    /fields or template/,
  ],
  [
    "sends a part to a log group",
    { rule: rule('input_path = "id"') },
    "input-for-logs 9:34 rules.all.targets.log.input_path",
    /fields or template/,
  ],
  [
    "transforms for a bus of another account",
    { rule: rule('fields = ["id"]'), destination: BUS },
    "input-across-accounts 9:30 rules.all.targets.log.fields",
    /whole events/,
  ],
  [
    "transforms what PagerDuty gets",
    { rule: rule('fields = ["id"]'), destination: PAGER },
    "option-without-effect 9:30 rules.all.targets.log.fields",
    /composes/,
  ],
  [
    "groups messages of a log group",
    { rule: rule('message_group_id = "x"') },
    "option-without-effect 9:40 rules.all.targets.log.message_group_id",
    /cloudwatch_logs/,
  ],
  [
    "sends headers to a log group",
    { rule: rule('headers = { a = "b" }') },
    "option-without-effect 9:31 rules.all.targets.log.headers",
    /leave it out/,
  ],
  [
    "has variables without a template",
    { rule: rule('variables = { a = "id" }') },
    "option-without-effect 9:33 rules.all.targets.log.variables",
    /write one/,
  ],
  [
    "uses an unknown variable",
    { rule: rule('template = "<idd>", variables = { id = "id" }') },
    "unknown-variable 9:32 rules.all.targets.log.template",
    /did you mean id\?/,
  ],
  [
    "has a variable that nothing uses",
    { rule: rule('template = "x", variables = { a = "id" }') },
    "unused-variable 9:51 rules.all.targets.log.variables.a",
    /write <a>/,
  ],
  [
    "has a variable in a name",
    { rule: rule('template = { "<a>" = 1 }, variables = { a = "id" }') },
    "variable-in-name 9:32 rules.all.targets.log.template",
    /values only/,
  ],
  [
    "names a variable as AWS's own",
    { rule: rule('template = "<AWSx>", variables = { AWSx = "id" }') },
    "invalid-name 9:56 rules.all.targets.log.variables.AWSx",
    /AWS/,
  ],
  [
    "has more variables than EventBridge takes",
    {
      rule: rule(
        `template = "${Array.from({ length: 101 }, (_, n) => `<v${n}>`).join("")}", variables = { ${Array.from({ length: 101 }, (_, n) => `v${n} = "id"`).join(", ")} }`,
      ),
    },
    "too-many-variables 9:544 rules.all.targets.log.variables",
    /allows 100/,
  ],
  [
    "sends a constant that is too long",
    { rule: rule(`input = "${"x".repeat(8200)}"`), destination: 'type = "sqs"' },
    "input-too-long 9:29 rules.all.targets.log.input",
    /8192/,
  ],
  [
    "puts the whole event within a text",
    { rule: rule('template = { a = "x <aws.events.event>" }'), destination: 'type = "sqs"' },
    "event-within-text 9:32 rules.all.targets.log.template",
    /of its own/,
  ],
  [
    "keeps a field that no event has",
    { rule: rule('fields = ["id", "eventBody.id"]') },
    "path-not-in-event 9:30 rules.all.targets.log.fields",
    /detail\.eventBody\.eventBody\.id/,
  ],
  [
    "has a variable that no event has",
    { rule: rule('template = "<a>", variables = { a = "action" }') },
    "path-not-in-event 9:57 rules.all.targets.log.variables.a",
    /detail\.eventBody\.action/,
  ],
  [
    "has a partition key that no event has, which would lose the event",
    { rule: rule('partition_key_path = "conversationId"'), destination: 'type = "kinesis"' },
    "path-not-in-event 9:42 rules.all.targets.log.partition_key_path",
    /detail\.eventBody\.conversationId/,
  ],
  [
    "has a destination whose partition key no event has",
    { destination: 'type = "kinesis"\npartition_key_path = "$.conversationId"' },
    "path-not-in-event 13:22 destinations.log.partition_key_path",
    /detail\.eventBody\.conversationId/,
  ],
  [
    "groups messages by what is no path",
    { rule: rule('message_group_id = "$.detail."'), destination: 'type = "sqs"' },
    "path-not-in-event 9:40 rules.all.targets.log.message_group_id",
    /such as \$\.detail\.eventBody\.id/,
  ],
  [
    "pages with a path that no event has",
    { destination: `${PAGER}\nsummary = "<entity.name> deleted"` },
    "path-not-in-event 14:11 destinations.log.summary",
    /detail\.eventBody\.entity\.name/,
  ],
];

/** Options of targets that go together with nothing. */
export const targets = cases.map(([wrong, parts, ...expected]): WrongFile => [wrong, file(parts), ...expected]);
