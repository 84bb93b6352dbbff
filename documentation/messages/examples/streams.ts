import type { ruleIssues } from "../../../text/issues/rules";
import type { streamIssues } from "../../../text/issues/streams";
import { type Example, PRESENCE } from "../example";
import { twoStreams } from "./account";

const FIVE = ["a", "b", "c", "d", "e"];
const TOPICS = FIVE.map((name) => `"arn:aws:sns:us-east-1:123456789012:${name}"`).join(", ");

const KAFKA =
  'brokers = ["b1.kafka.acme.example:9096"], topic = "interactions", auth = { type = "plain", credentials = { secrets_manager = "kafka/reader" } }';

/** Streams that read a topic, with a rule each. */
function topic(name: string, ...streams: readonly string[]): Example {
  const names = streams.map((_, index) => `${name}${index === 0 ? "" : index + 1}`);
  return {
    streams: streams.map((keys, index) => `${names[index]} = { type = "kafka", ${keys} }`).join("\n"),
    rules: names.map((stream) => `of-${stream} = { stream = "${stream}", targets = ["log"] }`).join("\n"),
  };
}

const IMAGE = `bridge@sha256:${"0123456789abcdef".repeat(4)}`;
const ID = "3c4f9f1e-0000-4000-8000-00000000c0de";

/** A stream of subscriptions, with a rule. */
function subscribed(topics: string, ids: string): Example {
  const more = `image = "${IMAGE}", subnets = ["subnet-0a1b2c3d"], security_groups = ["sg-0a1b2c3d"], oauth = { client_id = "${ID}", client_secret = { secrets_manager = "genesys/bridge" } }`;
  return {
    top: 'genesys_region = "eu-central-1"',
    streams: `live = { type = "notifications", topics = [${topics}], ids = {${ids}}, ${more} }`,
    rules: 'of-live = { stream = "live", targets = ["log"] }',
  };
}

export const streamExamples: Readonly<Record<keyof typeof streamIssues | keyof typeof ruleIssues, Example>> = {
  "no-stream": {
    text: `aws_account_id = "123456789012"
aws_region = "us-east-1"
organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"
streams = {}
`,
  },
  "stream-unused": { streams: `other = { event_source_suffix = "other", topic_filters = [${PRESENCE}] }` },
  "same-suffix": twoStreams("audit"),
  "auth-not-taken": topic("calls", KAFKA.replace("plain", "iam").replace(/, credentials = \{.*?\}/, "")),
  "filter-unknown-field": topic("calls", `${KAFKA}, filters = [{ tenantID = ["acme"] }]`),
  "same-consumer-group": topic("calls", `${KAFKA}, consumer_group = "aws"`, `${KAFKA}, consumer_group = "aws"`),
  "ambiguous-lookup": twoStreams("audit-2"),
  "discovery-with-key": {
    top: 'kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"',
    stream: "schema_discovery = true",
  },
  "unknown-topic": { topics: '"calls"' },
  "topic-placeholder": { topics: '"v2.users.{userId}.presence"' },
  "topic-retired": { topics: '"v2.conversations.{id}.transcriptions"' },
  "topic-websocket-only": { topics: '"v2.system.socket_closing"' },
  "topic-uncertain": { topics: '"v2.users.{id}.tokens"' },
  "topic-on-event-bridge": subscribed(PRESENCE, ' users = "all" '),
  "topic-ids": subscribed('"v2.users.{id}.station"', ""),
  "too-many-subscriptions": { instead: "Lists of 20,001 ids." },
  "topic-not-in-organization": { instead: "A topic of a product that the organization has no licence for." },
  "topics-file-invalid": { instead: "dev.topics.json was edited by hand." },
  "topics-file-foreign": { instead: "test.topics.json was copied to prod.topics.json." },
  "topic-wildcard": { topics: '"*"' },
  "topic-unused": { topics: `${PRESENCE}, "v2.routing.queues.{id}.users"`, rule: `topics = [${PRESENCE}]` },
  "alarm-too-many-receivers": { top: `monitoring = { notify = ["me@acme.example", ${TOPICS}] }` },
  "alarm-tells-nobody": { stream: "protect = true" },
  "alarms-off": { top: "monitoring = { alarms = false }", stream: "protect = true" },
  "alarms-costly": { instead: "Hundreds of rules." },
  "unknown-stream": { of: '"audti"' },
  "unknown-destination": { targets: "{ lgo = {} }" },
  "rule-no-target": { targets: "[]", also: ["destination-unused"] },
  "rule-target-twice": { targets: '["log", "log"]' },
  "rule-too-many-targets": {
    targets: `["log", ${FIVE.map((name) => `"${name}"`).join(", ")}]`,
    destinations: FIVE.map((name) => `${name} = { type = "sqs" }`).join("\n"),
  },
  "same-target-id": {
    targets: '{ log = {}, copy = { target_id = "log" } }',
    destinations: 'copy = { type = "sqs" }',
  },
  "rule-redundant": {
    rules: `some = { stream = "audit", topics = [${PRESENCE}], targets = ["log"] }`,
  },
  "topic-not-sent": { rule: `topics = [${PRESENCE}, "v2.users.{id}.activity"]` },
  "too-many-rules": { instead: "More than 300 rules of one stream, its archive's among them." },
  "too-many-wildcard-rules": { instead: "More than 30 rules of one stream whose patterns have wildcards." },
};
