import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const filters = (list: string) => file().replace(/topic_filters = \[.*?\]/, `topic_filters = [${list}]`);
const FILTER = "5:71 streams.audit.topic_filters[0]";
const USER = "v2.users.c200b004-fe25-471c-9b57-ff0d2cc25463.presence";

export const topics: readonly WrongFile[] = [
  [
    "misspells a topic",
    filters('"v2.users.{id}.presense"'),
    `unknown-topic ${FILTER}`,
    /did you mean "v2\.users\.\{id\}\.presence"\?/,
  ],
  [
    "writes a topic in capitals",
    filters('"v2.users.{id}.Presence"'),
    `unknown-topic ${FILTER}`,
    /did you mean "v2\.users/,
  ],
  [
    "writes a name from an article",
    filters('"v2.operational.events"'),
    `unknown-topic ${FILTER}`,
    /did you mean "v2\.operations\.events\.\{id\}"/,
  ],
  [
    "names no topic at all",
    filters('"calls"'),
    `unknown-topic ${FILTER}`,
    /write one that .*topics lists .*topics -- --refresh dev\.tfvars asks the organization/,
  ],
  ["names a topic like none", filters('"v2.users.{id}.calls"'), `unknown-topic ${FILTER}`, /topics lists/],
  [
    "gives a placeholder a name",
    filters('"v2.users.{userId}.presence"'),
    `topic-placeholder ${FILTER}`,
    /write "v2\.users\.\{id\}\.presence"$/,
  ],
  ["has an id in a topic", filters(`"${USER}"`), `topic-placeholder ${FILTER}`, /topicName = \["v2\.users\.c200b004/],
  [
    "sends a retired topic",
    filters('"v2.conversations.{id}.transcriptions"'),
    `topic-retired ${FILTER}`,
    /write "v2\.conversations\.\{id\}\.transcription"/,
  ],
  [
    "sends a retired topic without successor",
    filters('"v2.users.{id}.wem.coaching.appointment"'),
    `topic-retired ${FILTER}`,
    /leave it out/,
  ],
  [
    "sends a message of WebSocket channels",
    filters('"v2.system.socket_closing"'),
    `topic-websocket-only ${FILTER}`,
    /leave it out/,
  ],
  ["has a space behind a topic", filters('"v2.users.{id}.presence "'), `invalid-format ${FILTER}`, /a topic such as/],
  [
    "has a rule for a topic that the stream does not send",
    file({ rule: 'topics = ["v2.users.{id}.activity"]\ntargets = ["log"]' }),
    "topic-not-sent 9:11 rules.all.topics[0]",
    /add it to streams\.audit\.topic_filters/,
  ],
  [
    "has a rule for a topic that there is not",
    file({ rule: 'topics = ["v2.users.{id}.presence", "v2.users.{id}.presense"]\ntargets = ["log"]' }),
    "unknown-topic 9:37 rules.all.topics[1]",
    /did you mean/,
  ],
  [
    "has a rule for one user by the topic",
    file({ rule: `topics = ["${USER}"]\ntargets = ["log"]` }),
    "topic-placeholder 9:11 rules.all.topics[0]",
    /topicName/,
  ],
];
