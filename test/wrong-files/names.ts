import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const second = (keys: string) => ({ stream: `}\nother = { topic_filters = ["v2.users.{id}.presence"]\n${keys}` });

/** Names that lead nowhere, are taken, or go together with nothing. */
export const names: readonly WrongFile[] = [
  [
    "streams is empty",
    file().replace(/streams = \{.*\n\n\} \}/, "streams = {}"),
    "no-stream 5:11 streams",
    /at least one/,
  ],
  [
    "nothing says which topics to send",
    file().replace(/, topic_filters = \[.*?\]/, ""),
    "missing-key 5:21 streams.audit.topic_filters",
    /v2\.users/,
  ],
  [
    "nobody can tell the organization's id",
    file({ stream: "manage_integration = false" }).replace(/organization_id.*/, ""),
    "missing-key 1:1 organization_id",
    /write it/,
  ],
  [
    "two streams have one suffix",
    file(second('event_source_suffix = "audit"')),
    "same-suffix 8:23 streams.other.event_source_suffix",
    /write another/,
  ],
  [
    "a strict look-up would find two sources",
    file({ stream: 'lookup = "strict" }\nother = { topic_filters = ["x"], event_source_suffix = "audit-2"' }),
    "ambiguous-lookup 6:10 streams.audit.lookup",
    /lookup = "check"/,
  ],
  [
    "a rule has an unknown stream",
    file().replace('stream = "audit"', 'stream = "audti"'),
    "unknown-stream 8:28 rules.all.stream",
    /did you mean audit\?/,
  ],
  [
    "a rule has an unknown destination",
    file({ rule: 'targets = ["log", "lgo"]' }),
    "unknown-destination 9:19 rules.all.targets[1]",
    /did you mean log\?/,
  ],
  [
    "a rule has an unknown destination in a map",
    file({ rule: "targets = { lgo = {} }" }),
    "unknown-destination 9:13 rules.all.targets.lgo",
    /did you mean log\?/,
  ],
  ["a rule has no target", file({ rule: "targets = []" }), "rule-no-target 9:11 rules.all.targets", /at least one/],
  [
    "a rule has six targets",
    file({ rule: 'targets = ["a", "b", "c", "d", "e", "f"]' }),
    "rule-too-many-targets 9:11 rules.all.targets",
    /second rule/,
  ],
  [
    "a rule names a target twice",
    file({ rule: 'targets = ["log", "log"]' }),
    "rule-target-twice 9:11 rules.all.targets",
    /once/,
  ],
  [
    "two targets of a rule have one id",
    file({
      rule: 'targets = { log = {}, copy = { target_id = "log" } }',
      destination: 'type = "cloudwatch_logs" }\ncopy = { type = "sqs"',
    }),
    "same-target-id 9:19 rules.all.targets.log",
    /another target_id/,
  ],
  [
    "a pattern is empty",
    file({ rule: 'pattern = {}\ntargets = ["log"]' }),
    "pattern-empty 9:11 rules.all.pattern",
    /leave it out/,
  ],
  [
    "a pattern asks for source",
    file({ rule: 'pattern = { source = ["x"] }\ntargets = ["log"]' }),
    "pattern-source 9:11 rules.all.pattern",
    /leave it out/,
  ],
  [
    "a pattern asks for source in an alternative",
    file({ rule: 'pattern = { "$or" = [{ source = ["x"] }, { account = ["1"] }] }\ntargets = ["log"]' }),
    "pattern-source 9:11 rules.all.pattern",
    /leave it out/,
  ],
  [
    "a pattern asks for the topics once more",
    file({ rule: 'topics = ["x"]\npattern = { detail-type = ["x"] }\ntargets = ["log"]' }),
    "pattern-detail-type 10:11 rules.all.pattern",
    /keep one/,
  ],
  [
    "a pattern is too long",
    file({ rule: `pattern = { account = ["${"x".repeat(4000)}"] }\ntargets = ["log"]` }),
    "pattern-too-long 9:11 rules.all.pattern",
    /4096/,
  ],
  [
    "an option means nothing to its destination",
    file({ rule: 'targets = { log = { partition_key_path = "id" } }' }),
    "option-without-effect 9:42 rules.all.targets.log.partition_key_path",
    /leave it out/,
  ],
  [
    "fields make too long a template",
    file({
      rule: `targets = { log = { fields = [${Array.from({ length: 60 }, (_, n) => `"detail.${"x".repeat(80)}${n}"`)}] } }`,
    }),
    "input-too-long 9:30 rules.all.targets.log.fields",
    /8192/,
  ],
  [
    "an existing log group is of another region",
    file({ destination: 'type = "cloudwatch_logs"\narn = "arn:aws:logs:eu-west-1:123456789012:log-group:x"' }),
    "arn-elsewhere 13:7 destinations.log.arn",
    /us-east-1/,
  ],
  [
    "an existing log group is of another account",
    file({ destination: 'type = "cloudwatch_logs"\narn = "arn:aws:logs:us-east-1:999999999999:log-group:x"' }),
    "arn-elsewhere 13:7 destinations.log.arn",
    /123456789012/,
  ],
  [
    "an existing stream is of another partition",
    file({ destination: 'type = "kinesis"\narn = "arn:aws-cn:kinesis:us-east-1:123456789012:stream/x"' }),
    "arn-elsewhere 13:7 destinations.log.arn",
    /partition aws-cn/,
  ],
  [
    "keys describe what exists already",
    file({
      destination: 'type = "kinesis"\nretention_hours = 24\narn = "arn:aws:kinesis:us-east-1:123456789012:stream/x"',
    }),
    "key-without-effect 13:1 destinations.log.retention_hours",
    /leave one/,
  ],
  [
    "shards are counted where AWS counts them",
    file({ destination: 'type = "kinesis"\nshard_count = 2' }),
    "key-without-effect 13:1 destinations.log.shard_count",
    /provisioned/,
  ],
  [
    "two destinations would be one log group",
    file({
      destination: 'type = "cloudwatch_logs"\nlog_group = "/x" }\nsame = { type = "cloudwatch_logs", log_group = "/x"',
    }),
    "same-physical-name 14:1 destinations.same",
    /another name/,
  ],
  [
    "two rules would be one resource",
    file({
      rule: 'targets = ["log"] }\n"a.b" = { stream = "audit", targets = ["log"] }\na_b = { stream = "audit", targets = ["log"]',
    }),
    "same-logical-id 11:1 rules.a_b",
    /rename/,
  ],
  [
    "a stream was another one that is still there",
    file({
      stream: `renamed_from = "other" }
other = { event_source_suffix = "x", topic_filters = ["v2.users.{id}.presence"]`,
    }),
    "renamed-from-taken 6:16 streams.audit.renamed_from",
    /streams\.other/,
  ],
  [
    "a rule was what another was, too",
    file({
      rule: `targets = ["log"], renamed_from = ["a", "b"] }
second = { stream = "audit", targets = ["log"], renamed_from = "b", pattern = { id = ["1"] }`,
    }),
    "renamed-from-taken 10:64 rules.second.renamed_from",
    /rules\.all/,
  ],
  [
    "a destination was itself",
    file({ destination: 'type = "sqs", renamed_from = "log"' }),
    "renamed-from-taken 12:30 destinations.log.renamed_from",
    /leave it out/,
  ],
  [
    "two rules of one stream have one name in AWS",
    file({
      rule: `targets = ["log"] }
second = { stream = "audit", targets = ["log"], name = "all", pattern = { id = ["1"] }`,
    }),
    "same-physical-name 10:1 rules.second",
    /another name/,
  ],
  [
    "two targets would be one resource",
    file({
      rule: 'targets = ["log_to_log"] }\nall_to_log = { stream = "audit", targets = ["log"]',
      destination: 'type = "cloudwatch_logs" }\nlog_to_log = { type = "kinesis"',
    }),
    "same-logical-id 10:34 rules.all_to_log.targets",
    /rename/,
  ],
  [
    "a destination would take the place of the dead-letter queue",
    file({ destination: 'type = "cloudwatch_logs" }\ndead-letters = { type = "sqs", queue_name = "x"' }),
    "same-logical-id 13:1 destinations.dead-letters",
    /rename/,
  ],
  [
    "a queue would have the dead-letter queue's name",
    file({ destination: 'type = "cloudwatch_logs" }\nother = { type = "sqs", queue_name = "dev-dead-letters"' }),
    "same-physical-name 13:1 destinations.other",
    /dead-letter queue/,
  ],
  [
    "a composed name is nothing that AWS takes",
    file({ destination: 'type = "cloudwatch_logs" }\n"a.b" = { type = "sqs"' }),
    'physical-name 13:1 destinations["a.b"]',
    /another queue_name/,
  ],
  [
    "a destination would take the place of a part of another",
    file({
      rule: 'targets = ["log", "log_firehose"]',
      destination: 'type = "firehose" }\nlog_firehose = { type = "kinesis"',
    }),
    "same-logical-id 11:18 destinations.log",
    /log_firehose/,
  ],
];
