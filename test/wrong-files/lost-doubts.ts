import { AUDIT, onTopics } from "./lost";
import type { WrongFile } from "./wrong-file";

const BODY = "detail.eventBody";
const START = "v2.detail.events.conversation.{id}.acd.start";
const END = "v2.detail.events.conversation.{id}.acd.end";
const UNKNOWN = "v2.users.{id}.tokens";
const keyed = (path: string, ...topics: string[]) =>
  onTopics({ destination: `type = "kinesis"\npartition_key_path = "${path}"` }, ...topics);
const grouped = (path: string, ...topics: string[]) =>
  onTopics(
    { rule: `targets = { log = { message_group_id = "$.${path}" } }`, destination: 'type = "sqs"\nfifo = true' },
    ...topics,
  );
const KEY = "13:22 destinations.log.partition_key_path";
const GROUP = "9:40 rules.all.targets.log.message_group_id";
const LOST = /every event without a value for a partition key is lost, and no dead-letter queue gets it/;

/** What EventBridge may lose without a word. */
export const lostDoubts: readonly WrongFile[] = [
  ["has a partition key in no known event", keyed(`${BODY}.zzz`, AUDIT), `path-unknown ${KEY}`, LOST],
  [
    "has a partition key outside of the body",
    keyed("detail.conversationId", END),
    `path-unknown ${KEY}`,
    /did you mean detail\.eventBody\.conversationId/,
  ],
  [
    "has a partition key that one of two topics has not",
    keyed(`${BODY}.acdOutcome`, START, END),
    `path-missing ${KEY}`,
    LOST,
  ],
  [
    "has a partition key that some events have not",
    keyed(`${BODY}.answeredUserId`, END),
    `path-missing ${KEY}`,
    /not in every known event of .*acd\.end.* a rule of its own/,
  ],
  [
    "has a partition key in a list that some events have not",
    keyed(`${BODY}.transcripts[0].utteranceId`, "v2.conversations.{id}.transcription"),
    `path-missing ${KEY}`,
    LOST,
  ],
  [
    "has a partition key in a list, without a number",
    keyed(`${BODY}.propertyChanges.property`, AUDIT),
    `path-unknown ${KEY}`,
    /did you mean detail\.eventBody\.propertyChanges\[0\]\.property/,
  ],
  [
    "has a partition key with a number where there is no list",
    keyed(`${BODY}.entity[0].id`, AUDIT),
    `path-unknown ${KEY}`,
    /did you mean detail\.eventBody\.entity\.id/,
  ],
  [
    "has a partition key in another case, of a topic without known events",
    keyed(`${BODY}.conversationID`, UNKNOWN),
    `path-unknown ${KEY}`,
    /did you mean detail\.eventBody\.conversationId\?/,
  ],
  [
    "has a misspelt partition key, of a topic without known events",
    keyed(`${BODY}.conversatonId`, UNKNOWN),
    `path-unknown ${KEY}`,
    /did you mean detail\.eventBody\.conversationId\?/,
  ],
  [
    "has a misspelt partition key beside a topic that has it right",
    keyed(`${BODY}.Id`, UNKNOWN, AUDIT),
    `path-unknown ${KEY}`,
    /did you mean detail\.eventBody\.id\?/,
  ],
  [
    "has a partition key outside of the body, of a topic without known events",
    keyed("detail.userId", UNKNOWN),
    `path-unknown ${KEY}`,
    /did you mean detail\.eventBody\.userId\?/,
  ],
  [
    "has a message group in no known event",
    grouped(`${BODY}.zzz`, AUDIT),
    `path-unknown ${GROUP}`,
    /for a message group is lost/,
  ],
  [
    "has a message group that some events have not",
    grouped(`${BODY}.answeredUserId`, END),
    `path-missing ${GROUP}`,
    /for a message group is lost/,
  ],
  [
    "has a message group in another case, of a topic without known events",
    grouped(`${BODY}.userid`, UNKNOWN),
    `path-unknown ${GROUP}`,
    /did you mean detail\.eventBody\.userId\?/,
  ],
  [
    "keeps an object for a log group",
    onTopics({ rule: `targets = { log = { fields = ["${BODY}.entity"] } }` }, AUDIT),
    "known-values-only 9:30 rules.all.targets.log.fields",
    /entity\.id, .*entity\.name, .*entity\.selfUri; write those/,
  ],
  [
    "puts within quotes what may be an object",
    onTopics(
      { destination: `type = "pagerduty"\nrouting_key = { ssm_parameter = "/x" }\nsummary = "<${BODY}.message>"` },
      AUDIT,
    ),
    "not-text 14:11 destinations.log.summary",
    /an object in some events, .*; write one of its values for that text$/,
  ],
  [
    "puts within quotes what is a list in events of other topics",
    onTopics({ rule: `targets = { log = { fields = ["${BODY}.divisionIds"] } }` }, UNKNOWN),
    "not-text 9:30 rules.all.targets.log.fields",
    /a list in events of other topics/,
  ],
  [
    "reads a list without a number",
    onTopics(
      { rule: `targets = { log = { fields = ["${BODY}.propertyChanges.property"] } }`, destination: 'type = "sqs"' },
      AUDIT,
    ),
    "path-unknown 9:30 rules.all.targets.log.fields",
    /would come out empty; did you mean detail\.eventBody\.propertyChanges\[0\]\.property\?/,
  ],
];
