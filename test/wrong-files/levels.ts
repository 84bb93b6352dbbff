import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const http = (auth: string) =>
  file({ destination: `type = "http"\nurl = "https://acme.example/in"\nauth = { ${auth} }` });
const LOG = 'type = "cloudwatch_logs"\n';
const AUTH = "destinations.log.auth";

/** Keys in another spelling or on the wrong level: one message each. */
export const levels: readonly WrongFile[] = [
  [
    "spells a key with hyphens",
    file().replace("event_source_suffix", "event-source-suffix"),
    "unknown-key 5:23 streams.audit.event-source-suffix",
    /did you mean event_source_suffix\?/,
  ],
  [
    "spells a key in camel case",
    file().replace("event_source_suffix", "eventSourceSuffix"),
    "unknown-key 5:23 streams.audit.eventSourceSuffix",
    /did you mean event_source_suffix\?/,
  ],
  [
    "spells a key in capitals",
    file().replace("aws_region", "AWS_REGION"),
    "unknown-key 2:1 AWS_REGION",
    /did you mean aws_region\?/,
  ],
  [
    "leaves a key's first word out",
    file().replace("aws_region", "region"),
    "unknown-key 2:1 region",
    /did you mean aws_region\?/,
  ],
  [
    "has a letter of another alphabet",
    file().replace("aws_region", "\u0430ws_region"),
    "unknown-key 2:1 \u0430ws_region",
    /U\+0430.*did you mean aws_region\?/,
  ],

  [
    "has a target's option at a rule",
    file({ rule: 'retry_attempts = 3\ntargets = ["log"]' }),
    "unknown-key 9:1 rules.all.retry_attempts",
    /move it into rules\.<name>\.targets\.<name>/,
  ],
  [
    "has a destination's key at a target",
    file({ rule: "targets = { log = { compression = 3 } }" }),
    "unknown-key 9:21 rules.all.targets.log.compression",
    /move it into destinations\.<name>/,
  ],
  [
    "has a stream's key at a rule",
    file({ rule: 'topic_filters = []\ntargets = ["log"]' }),
    "unknown-key 9:1 rules.all.topic_filters",
    /move it into streams\.<name>/,
  ],
  [
    "has a rule's key at a stream",
    file({ stream: 'targets = ["log"]' }),
    "unknown-key 6:1 streams.audit.targets",
    /move it into rules\.<name>/,
  ],
  [
    "has a stream's key at the top",
    file({ top: "protect = true" }),
    "unknown-key 4:1 protect",
    /move it into streams\.<name>/,
  ],
  [
    "has a key of monitoring at the top",
    file({ top: "notify = []" }),
    "unknown-key 4:1 notify",
    /move it into monitoring/,
  ],
  [
    "has a key of the top at a destination",
    file({ destination: `${LOG}kms_key_arn = "x"` }),
    "unknown-key 13:1 destinations.log.kms_key_arn",
    /move it to the top of the file/,
  ],
  [
    "has another type's key",
    file({ destination: `${LOG}shard_count = 2` }),
    "unknown-key 13:1 destinations.log.shard_count",
    /known: .*log_class/,
  ],
  [
    "has a stream without a name",
    file().replace(/streams = .*\n\n\} \}/, 'streams = { event_source_suffix = "x", topic_filters = ["y"] }'),
    "wrong-type 5:35 streams.event_source_suffix",
    /write streams = \{ NAME = \{/,
  ],
  [
    "is wrapped in the environment's name",
    `dev = {\n${file()}}\n`,
    "unknown-key 1:1 dev",
    /take "dev = \{" and its \} out/,
  ],
];

/** A type that is missing or misspelt, and what else is wrong, in one round. */
export const rounds: readonly WrongFile[] = [
  [
    "has no type of auth and a password as text",
    http('username = "u", password = "hunter2"'),
    `missing-key 14:8 ${AUTH}.type`,
    /api_key, basic/,
  ],
  [
    "has no type of auth and a password as text, told at once",
    http('username = "u", password = "hunter2"'),
    `wrong-type 14:37 ${AUTH}.password`,
    /^(?!.*hunter2).*secrets_manager/,
  ],
  [
    "misspells the type of auth and leaves out a key",
    http('type = "basc", username = "u"'),
    `missing-key 14:8 ${AUTH}.password`,
    /is missing/,
  ],
  [
    "misspells the type of a destination and a key of it",
    file({ destination: 'type = "kinesys"\nretention_hour = 24' }),
    "unknown-key 13:1 destinations.log.retention_hour",
    /did you mean retention_hours\?/,
  ],
  [
    "misspells the backend and a key of it",
    file({ top: 'state = { backend = "S3", buckt = "b", key = "k", region = "us-east-1" }' }),
    "unknown-key 4:27 state.buckt",
    /did you mean bucket\?/,
  ],
];
