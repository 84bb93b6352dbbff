import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const TOPIC = 'type = "sns"';
const QUEUE = 'type = "sqs"';
const STREAM = 'type = "kinesis"';
const PAGER = 'type = "pagerduty"\nrouting_key = { ssm_parameter = "/x" }';
const hook = (keys = "", url = "https://a.example/x") =>
  `type = "http"\nurl = "${url}"\nauth = { type = "api_key", value = { ssm_parameter = "/x" } }\n${keys}`;
const BODY = "detail.eventBody";
const rule = (options: string) => `targets = { log = { ${options} } }`;
const filled = (template: string, path: string) => rule(`template = ${template}, variables = { x = "${path}" }`);
const VARIABLE = "rules.all.targets.log.variables.x";
const LOST = /EventBridge delivers nothing.* within .*quotes; write one of its values/;
const FIELDS = "not-text 9:30 rules.all.targets.log.fields";

const cases: readonly [wrong: string, parts: Parameters<typeof file>[0], issue: string, advice: RegExp][] = [
  [
    "makes a FIFO topic",
    { destination: `${TOPIC}\nfifo = true` },
    "unknown-key 13:1 destinations.log.fifo",
    /leave it out: .*cannot deliver to a FIFO topic; .* take type sqs with fifo = true/,
  ],
  [
    "says that a topic is no FIFO topic",
    { destination: `${TOPIC}\nfifo = false` },
    "unknown-key 13:1 destinations.log.fifo",
    /FIFO topic/,
  ],
  [
    "names a topic as a FIFO topic",
    { destination: `${TOPIC}\ntopic_name = "alerts.fifo"` },
    "invalid-format 13:14 destinations.log.topic_name",
    /take type sqs/,
  ],
  [
    "sends to a FIFO topic that exists",
    { destination: `${TOPIC}\narn = "arn:aws:sns:us-east-1:123456789012:alerts.fifo"` },
    "invalid-format 13:7 destinations.log.arn",
    /standard topic .* take type sqs/,
  ],
];

const structures: typeof cases = [
  [
    "puts a list within a text of a map",
    { rule: filled('{ text = "changed: <x>" }', `${BODY}.propertyChanges`), destination: QUEUE },
    `not-text 9:77 ${VARIABLE}`,
    /is a list .* such as detail\.eventBody\.propertyChanges\[0\]\.property, or make the variable a value of its own/,
  ],
  [
    "puts an object within a text of a list",
    { rule: filled('{ l = [{ m = ["a <x>"] }] }', `${BODY}.entity`), destination: QUEUE },
    `not-text 9:79 ${VARIABLE}`,
    /is an object .* such as detail\.eventBody\.entity\.id/,
  ],
  [
    "puts a list within quotes of a text that is JSON",
    { rule: filled('"{\\"a\\":\\"<x>\\"}"', `${BODY}.remoteIp`), destination: hook() },
    `not-text 9:69 ${VARIABLE}`,
    /such as detail\.eventBody\.remoteIp\[0\]/,
  ],
  [
    "puts an object into a text for a log group",
    { rule: filled('"of <x>"', `${BODY}.entity`) },
    `not-text 9:60 ${VARIABLE}`,
    LOST,
  ],
  [
    "puts an object into a map for a log group",
    { rule: filled('{ e = "<x>" }', `${BODY}.entity`) },
    `not-text 9:65 ${VARIABLE}`,
    LOST,
  ],
  ["keeps a list for a log group", { rule: rule(`fields = ["id", "${BODY}.propertyChanges"]`) }, FIELDS, LOST],
  ["keeps a list of texts for a log group", { rule: rule(`fields = ["${BODY}.remoteIp"]`) }, FIELDS, LOST],
  ["keeps a member of a list for a log group", { rule: rule(`fields = ["${BODY}.propertyChanges[0]"]`) }, FIELDS, LOST],
  ["keeps a body with lists for a log group", { rule: rule(`fields = ["${BODY}"]`) }, FIELDS, /send the whole event/],
  ["keeps the detail for a log group", { rule: rule('fields = ["detail"]') }, FIELDS, /send the whole event/],
  ["keeps the resources for a log group", { rule: rule('fields = ["resources"]') }, FIELDS, /resources\[0\]/],
  [
    "puts the event into a map for a log group",
    { rule: rule('template = { e = "<aws.events.event.json>" }') },
    "event-within-text 9:32 rules.all.targets.log.template",
    /leave template out/,
  ],
  [
    "keeps as many fields as there may be, and the time of a log event",
    { rule: rule(`fields = [${Array.from({ length: 100 }, (_, n) => `"${BODY}.context.f${n}"`).join(", ")}]`) },
    "too-many-variables 9:30 rules.all.targets.log.fields",
    /101 values.*allows 100/,
  ],
  [
    "pages with a list",
    { destination: `${PAGER}\nsummary = "<${BODY}.propertyChanges>"` },
    "not-text 14:11 destinations.log.summary",
    LOST,
  ],
  [
    "pages by an object",
    { destination: `${PAGER}\ndedup_key = "a-<${BODY}.entity>"` },
    "not-text 14:13 destinations.log.dedup_key",
    LOST,
  ],
  [
    "sends a list as a header",
    { rule: rule(`headers = { x-a = "$.${BODY}.remoteIp" }`), destination: hook() },
    "not-text 9:39 rules.all.targets.log.headers.x-a",
    /such as detail\.eventBody\.remoteIp\[0\]/,
  ],
  [
    "sends an object as a header of every request",
    { destination: hook(`headers = { x-a = "$.${BODY}.entity" }`) },
    "not-text 15:19 destinations.log.headers.x-a",
    /the request takes text/,
  ],
  [
    "sends an object as a query",
    { rule: rule(`query = { a = "$.${BODY}.entity" }`), destination: hook() },
    "not-text 9:35 rules.all.targets.log.query.a",
    /the request takes text/,
  ],
  [
    "sends a list in a path",
    { rule: rule(`path_parameters = ["$.${BODY}.remoteIp"]`), destination: hook("", "https://a.example/*") },
    "not-text 9:40 rules.all.targets.log.path_parameters[0]",
    /the request takes text/,
  ],
  [
    "has an object for a partition key",
    { rule: rule(`partition_key_path = "${BODY}.entity"`), destination: STREAM },
    "not-text 9:42 rules.all.targets.log.partition_key_path",
    /for a partition key, such as detail\.eventBody\.entity\.id/,
  ],
  [
    "has a list for the partition key of every event",
    { destination: `${STREAM}\npartition_key_path = "${BODY}.propertyChanges"` },
    "not-text 13:22 destinations.log.partition_key_path",
    /nobody has shown/,
  ],
  [
    "groups messages by an object",
    { destination: `${QUEUE}\nfifo = true\nmessage_group_id = "$.${BODY}.entity"` },
    "not-text 14:20 destinations.log.message_group_id",
    /for a message group/,
  ],
];

/** A right file, but of audits. */
export const onTopics = (parts: Parameters<typeof file>[0], ...topics: string[]) =>
  file(parts).replace('"v2.users.{id}.presence"', topics.map((topic) => `"${topic}"`).join(", "));
export const AUDIT = "v2.audits.entitytype.{id}.entityid.{id}";

/** What EventBridge would lose, for ever and without a word. */
export const lost: readonly WrongFile[] = [
  ...cases.map(([wrong, parts, ...expected]): WrongFile => [wrong, file(parts), ...expected]),
  ...structures.map(([wrong, parts, ...expected]): WrongFile => [wrong, onTopics(parts, AUDIT), ...expected]),
];
