import { file } from "../support/environment";
import { many } from "./doubts";
import type { WrongFile } from "./wrong-file";

const KEY = 'kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd"';
const ARCHIVE = "streams.audit.archive";
const archived = (pattern: string) => file({ stream: `archive = { pattern = ${pattern} }` });

/** What a stream's bus keeps and logs. */
export const kept: readonly WrongFile[] = [
  [
    "has schemas discovered on a bus with a key of its own",
    file({ top: KEY, stream: "schema_discovery = true" }),
    "discovery-with-key 6:20 streams.audit.schema_discovery",
    /leave one of the two out/,
  ],
  [
    "wants events in logs that are off",
    file({ stream: "log_detail = true" }),
    "key-without-effect 6:1 streams.audit.log_detail",
    /log_level = "error"/,
  ],
  [
    "has a level that is none",
    file({ stream: 'log_level = "warn"' }),
    "unknown-value 6:13 streams.audit.log_level",
    /known: error, info, off, trace/,
  ],
  [
    "keeps events for less than nothing",
    file({ stream: "archive = { retention_days = -1 }" }),
    `out-of-range 6:30 ${ARCHIVE}.retention_days`,
    /0/,
  ],
  ["archives by an empty pattern", archived("{}"), `pattern-empty 6:23 ${ARCHIVE}.pattern`, /leave it out/],
  [
    "archives by another source",
    archived('{ source = ["aws.ec2"] }'),
    `pattern-source 6:23 ${ARCHIVE}.pattern`,
    /always added; leave it out/,
  ],
  [
    "archives by a value that is no list",
    archived('{ detail-type = "v2.users.{id}.presence" }'),
    `pattern-leaf-no-list 6:39 ${ARCHIVE}.pattern.detail-type`,
    /write \["v2/,
  ],
  [
    "archives by JSON with a fault",
    archived('"{\\"id\\": [{\\"prefixx\\": \\"a\\"}]}"'),
    `pattern-unknown-operator 6:35 ${ARCHIVE}.pattern.id[0].prefixx`,
    /did you mean prefix\?/,
  ],
  [
    "archives by too long a pattern",
    archived(`{ account = ["${"x".repeat(4000)}"] }`),
    `pattern-too-long 6:23 ${ARCHIVE}.pattern`,
    /4096: write a shorter one/,
  ],
  [
    "has a log group that would be that of a bus's logs",
    file({
      stream: 'log_level = "error"',
      destination: 'type = "cloudwatch_logs"\nlog_group = "/aws/vendedlogs/events/dev/audit"',
    }),
    "same-physical-name 11:18 destinations.log",
    /so would the log group of audit/,
  ],
  [
    "has a destination that would be a bus's log group",
    file({
      stream: 'log_level = "error"',
      rule: 'targets = ["audit_bus-logs"]',
      destination: 'type = "cloudwatch_logs" }\naudit_bus-logs = { type = "cloudwatch_logs"',
    }),
    "same-logical-id 5:13 streams.audit",
    /rename one/,
  ],
];

export const keptDoubts: readonly WrongFile[] = [
  [
    "archives what is in no event",
    archived('{ account = ["999999999999"] }'),
    `pattern-never-matches 6:25 ${ARCHIVE}.pattern.account`,
    /always "123456789012"/,
  ],
  [
    "archives by a field that no event has",
    archived('{ detail = { userId = ["x"] } }'),
    `path-unknown 6:36 ${ARCHIVE}.pattern.detail.userId`,
    /compare it|did you mean/,
  ],
  [
    "sends a topic that neither a rule nor the archive takes",
    file({
      stream: 'archive = { pattern = { detail-type = ["v2.users.{id}.presence"] } }',
      rule: 'topics = ["v2.users.{id}.presence"]\ntargets = ["log"]',
    }).replace('["v2', '["v2.routing.queues.{id}.users", "v2'),
    "topic-unused 5:71 streams.audit.topic_filters[0]",
    /paid for and dropped/,
  ],
  [
    "has as many rules as a bus may have, and an archive",
    file({
      stream: "archive = {}",
      rule: `targets = ["log"] }\n${many(298, 'pattern = { detail = { eventBody = { source = ["#"] } } }')}\nx = { stream = "audit", targets = ["log"]`,
    }),
    "too-many-rules 5:13 streams.audit",
    /301 rules, that of its archive among them/,
  ],
];
