import { file } from "../support/environment";
import { ofAction, onAudits } from "./patterns";
import type { WrongFile } from "./wrong-file";

const filters = (list: string) => file().replace(/topic_filters = \[.*?\]/, `topic_filters = [${list}]`);
const FILTER = "5:71 streams.audit.topic_filters[0]";
const PATTERN = "rules.all.pattern";
const BODY = `${PATTERN}.detail.eventBody`;
const NEVER = "pattern-never-matches";
/** That many rules, with their number in place of #. */
export const many = (count: number, keys: string) =>
  Array.from(
    { length: count },
    (_, n) => `r${n} = { stream = "audit", targets = ["log"], ${keys.replaceAll("#", String(n))} }`,
  ).join("\n");

/** What may be meant, and probably is not. */
export const doubts: readonly WrongFile[] = [
  [
    "sends a topic that may not reach EventBridge",
    filters('"v2.users.{id}.tokens"'),
    `topic-uncertain ${FILTER}`,
    /leave it out, or ask the organization first: npm run topics -- --refresh dev\.tfvars/,
  ],
  ["sends everything", filters('"*"'), `topic-wildcard ${FILTER}`, /\$1 a million.*name the topics/],
  ["sends many topics", filters('"v2.users.*"'), `topic-wildcard ${FILTER}`, /name the topics/],
  [
    "sends a topic that no rule takes",
    file({ rule: 'topics = ["v2.users.{id}.presence"]\ntargets = ["log"]' }).replace(
      '["v2',
      '["v2.routing.queues.{id}.users", "v2',
    ),
    `topic-unused ${FILTER}`,
    /paid for and dropped; add it/,
  ],
  [
    "has a stream that no rule takes",
    file({ stream: '}\nother = { event_source_suffix = "x", topic_filters = ["v2.users.{id}.presence"]' }),
    "stream-unused 7:1 streams.other",
    /write a rule/,
  ],
  [
    "has a destination that no rule uses",
    file({ destination: 'type = "cloudwatch_logs" }\nother = { type = "sqs"' }),
    "destination-unused 13:1 destinations.other",
    /name it in a rule's targets/,
  ],
  [
    "is for a region that may know no partner",
    file().replace("us-east-1", "ap-southeast-6"),
    "region-uncertain 2:14 aws_region",
    /try it/,
  ],
  [
    "has a suffix that begins another",
    file({
      stream: '}\nother = { event_source_suffix = "audit-2", topic_filters = ["v2.users.{id}.presence"]',
      rule: 'targets = ["log"] }\nmore = { stream = "other", targets = ["log"]',
    }),
    "ambiguous-lookup 5:45 streams.audit.event_source_suffix",
    /lookup = "off"/,
  ],
  [
    "asks for another account",
    onAudits('{ account = ["999999999999"] }'),
    `${NEVER} 9:13 ${PATTERN}.account`,
    /always "123456789012"/,
  ],
  [
    "asks for another region",
    onAudits('{ region = ["eu-west-1"] }'),
    `${NEVER} 9:13 ${PATTERN}.region`,
    /always "us-east-1"/,
  ],
  [
    "asks for a topic that is not sent",
    onAudits('{ detail-type = ["v2.users.{id}.presence"] }'),
    `${NEVER} 9:13 ${PATTERN}.detail-type`,
    /sends no such topic/,
  ],
  [
    "asks for a user of another topic",
    onAudits('{ detail = { topicName = ["v2.users.1.presence"] } }'),
    `${NEVER} 9:24 ${PATTERN}.detail.topicName`,
    /in place of \{id\}/,
  ],
  [
    "asks for what always is not to be",
    onAudits("{ id = [{ exists = false }] }"),
    `${NEVER} 9:13 ${PATTERN}.id`,
    /in every event/,
  ],
  [
    "asks for the value of an object",
    onAudits('{ detail = { eventBody = { entity = ["x"] } } }'),
    `${NEVER} 9:38 ${BODY}.entity`,
    /write detail\.eventBody\.entity\.id/,
  ],
  [
    "compares a text",
    onAudits('{ detail = { eventBody = { eventTime = [{ numeric = [">", 5] }] } } }'),
    `${NEVER} 9:38 ${BODY}.eventTime`,
    /is a text .* not a number > 5/,
  ],
  [
    "forgets eventBody",
    onAudits('{ detail = { action = ["Delete"] } }'),
    `path-unknown 9:24 ${PATTERN}.detail.action`,
    /did you mean detail\.eventBody\.action\?/,
  ],
  [
    "misspells a field",
    onAudits('{ detail = { eventBody = { entitytype = ["x"] } } }'),
    `path-unknown 9:38 ${BODY}.entitytype`,
    /did you mean detail\.eventBody\.entityType\?/,
  ],
  [
    "keeps a field that is not there",
    file({ rule: 'targets = { log = { fields = ["detail.eventBody.modifiedDat"] } }' }),
    "path-unknown 9:30 rules.all.targets.log.fields",
    /would come out empty; did you mean detail\.eventBody\.modifiedDate\?/,
  ],
  [
    "has a partition key that is not there",
    file({ destination: 'type = "kinesis"\npartition_key_path = "detail.eventBody.queueId"' }),
    "path-unknown 13:22 destinations.log.partition_key_path",
    /compare it with a real event/,
  ],
  [
    "asks for a field twice",
    onAudits('{ detail = { eventBody = { action = ["Delete"] }, "eventBody.action" = ["Add"] } }'),
    `pattern-field-twice 9:61 ${PATTERN}.detail["eventBody.action"]`,
    /in one list/,
  ],
  [
    "has an operator for a name",
    onAudits('{ detail = { eventBody = { action = { prefix = ["x"] } } } }'),
    `pattern-operator-as-name 9:49 ${BODY}.action.prefix`,
    /\[\{"prefix":\["x"\]\}\]/,
  ],
  [
    "has a number that is not documented",
    ofAction('[{ numeric = ["=", 1e10] }]'),
    `pattern-numeric 9:66 ${BODY}.action[0].numeric[1]`,
    /beyond/,
  ],
  [
    "has a block of one address",
    ofAction('[{ cidr = "10.0.0.1/32" }]'),
    `pattern-cidr 9:57 ${BODY}.action[0].cidr`,
    /write "10\.0\.0\.1" without cidr/,
  ],
  [
    "has a pattern above the quota",
    onAudits(`{ account = ["123456789012", "${"x".repeat(2000)}"] }`),
    `pattern-long 9:11 ${PATTERN}`,
    /2048 unless AWS/,
  ],
  [
    "has a rule within another",
    file({
      rule: 'targets = ["log"] }\nsome = { stream = "audit", pattern = { detail = { eventBody = { source = ["x"] } } }, targets = ["log"]',
    }),
    "rule-redundant 10:1 rules.some",
    /all matches too .* leave log out/,
  ],
  [
    "has more rules than a bus may have",
    file({
      rule: `targets = ["log"] }\n${many(300, 'pattern = { detail = { eventBody = { source = ["#"] } } }')}\nx = { stream = "audit", targets = ["log"]`,
    }),
    "too-many-rules 5:13 streams.audit",
    /302 rules.*300/,
  ],
  [
    "protects a stream and tells nobody",
    file({ stream: "protect = true" }),
    "alarm-tells-nobody 1:1 monitoring.notify",
    /e-mail address/,
  ],
  [
    "protects a stream without alarms",
    file({ top: "monitoring = { alarms = false }", stream: "protect = true" }),
    "alarms-off 4:25 monitoring.alarms",
    /write true/,
  ],
  [
    "has alarms that cost something",
    file({
      rule: `targets = ["log"] }\n${many(17, 'pattern = { detail = { eventBody = { source = ["#"] } } }')}\nx = { stream = "audit", targets = ["log"]`,
    }),
    "alarms-costly 1:1 monitoring",
    /58 metrics.* \$6 a month/,
  ],
  [
    "has wildcards as complex as may just be taken",
    ofAction('[{ wildcard = "*a*b*c*d*e*f*g*h*" }]'),
    "pattern-complex 9:47 rules.all.pattern.detail.eventBody.action",
    /complexity of 10, which is the most/,
  ],
  [
    "asks for a topic name with a placeholder",
    onAudits('{ detail = { topicName = ["v2.audits.entitytype.{id}.entityid.{id}"] } }'),
    `${NEVER} 9:24 ${PATTERN}.detail.topicName`,
    /the real ids; write the topic as topics/,
  ],
  [
    "asks for a topic name that begins with a placeholder's topic",
    onAudits('{ detail = { topicName = [{ prefix = "v2.audits.entitytype.{id}" }] } }'),
    `${NEVER} 9:24 ${PATTERN}.detail.topicName`,
    /has a placeholder/,
  ],
  [
    "asks for resources",
    onAudits("{ resources = [{ exists = true }] }"),
    `${NEVER} 9:13 ${PATTERN}.resources`,
    /empty in every event of Genesys Cloud; leave it out/,
  ],
  [
    "asks for no resources",
    onAudits("{ resources = [{ exists = false }] }"),
    `pattern-always-matches 9:13 ${PATTERN}.resources`,
    /is always so/,
  ],
  [
    "excludes the value of another field",
    ofAction('[{ anything-but = "$.detail.eventBody.serviceName" }]'),
    `pattern-path-as-value 9:38 ${BODY}.action`,
    /so that every event passes; write the value itself/,
  ],
  [
    "compares with another field",
    ofAction('["$.detail.eventBody.serviceName"]'),
    `pattern-path-as-value 9:38 ${BODY}.action`,
    /which no event has/,
  ],
  [
    "has values in another case",
    ofAction('["CREATE", "DELETE"]'),
    `pattern-value-case 9:38 ${BODY}.action`,
    /known: "Create", "Delete"; write those, or \{"equals-ignore-case":"Create"\}/,
  ],
  [
    "misspells a value",
    ofAction('["Craete"]'),
    `pattern-value-misspelt 9:38 ${BODY}.action`,
    /has the value "Craete" \(did you mean "Create"\?\)/,
  ],
];
