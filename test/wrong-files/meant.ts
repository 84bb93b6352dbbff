import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

/** A file with this in place of its topic filters, and this in its rule. */
const topics = (filter: string, rule = 'targets = ["log"]') => file({ rule }).replace("v2.users.{id}.presence", filter);
const LOG = 'type = "cloudwatch_logs"\n';
const PAGER = 'type = "pagerduty"\n';
const KEY = "destinations.log.routing_key";
const RETENTION = "destinations.log.retention_days";

/** Slips of which more than one part of the program sees something: one message each, that says what to write. */
export const meant: readonly WrongFile[] = [
  ...(
    [
      ["true in quotes", '"true"', /write true, without quotes/],
      ["yes in quotes", '"yes"', /write true, without quotes/],
      ["On in quotes", '"On"', /write true, without quotes/],
      ["False in quotes", '"False"', /write false, without quotes/],
      ["disabled in quotes", '"disabled"', /write false, without quotes/],
      ["1", "1", /write true, without quotes/],
      ["0", "0", /write false, without quotes/],
    ] as const
  ).map(
    ([what, value, advice]): WrongFile => [
      `has ${what} for true or false`,
      file({ stream: `protect = ${value}` }),
      "wrong-type 6:11 streams.audit.protect",
      advice,
    ],
  ),
  ...(
    [
      ["a number in quotes", '"3600"', /write 3600, without quotes/],
      ["seconds with their unit", '"60s"', /write 60, without quotes/],
      ["hours for seconds", '"2 hours"', /write 7200, without quotes/],
      ["a number with a comma", '"3,600"', /write 3600, without quotes/],
      ["a number with an underscore", '"3_600"', /write 3600, without quotes/],
      ["a word for a number", '"ever"', /a number, without quotes/],
    ] as const
  ).map(
    ([what, value, advice]): WrongFile => [
      `has ${what}`,
      file({ rule: `targets = { log = { max_event_age_seconds = ${value} } }` }),
      "wrong-type 9:45 rules.all.targets.log.max_event_age_seconds",
      advice,
    ],
  ),
  [
    "has days in quotes",
    file({ destination: `${LOG}retention_days = "7"` }),
    `unknown-value 13:18 ${RETENTION}`,
    /write 7, without quotes/,
  ],
  [
    "has days with their unit",
    file({ destination: `${LOG}retention_days = "1 year"` }),
    `unknown-value 13:18 ${RETENTION}`,
    /write 365, without quotes/,
  ],
  [
    "has a word for days",
    file({ destination: `${LOG}retention_days = "never"` }),
    `unknown-value 13:18 ${RETENTION}`,
    /allowed: 1, 3, 5, 7,/,
  ],
  [
    "has days for hours",
    file({ destination: 'type = "kinesis"\nretention_hours = "7d"' }),
    "wrong-type 13:19 destinations.log.retention_hours",
    /write 168, without quotes/,
  ],
  [
    "has a topic that is no list",
    file().replace(/\["v2.*?\]/, '"v2.users.{id}.presence"'),
    "wrong-type 5:70 streams.audit.topic_filters",
    /write \["v2\.users\.\{id\}\.presence"\]/,
  ],

  [
    "has a secret as text",
    file({ destination: `${PAGER}routing_key = "hunter2"` }),
    `wrong-type 13:15 ${KEY}`,
    /^(?!.*hunter2)(?!.*a map.*a map).*secrets_manager = .* or \{ ssm_parameter = /,
  ],
  [
    "has a secret in a list",
    file({ destination: `${PAGER}routing_key = ["x"]` }),
    `wrong-type 13:15 ${KEY}`,
    /secrets_manager = /,
  ],
  [
    "has a secret that is nowhere",
    file({ destination: `${PAGER}routing_key = {}` }),
    `missing-key 13:15 ${KEY}.secrets_manager`,
    /or \{ ssm_parameter = /,
  ],
  [
    "has a secret under a key of its own",
    file({ destination: `${PAGER}routing_key = { value = "x" }` }),
    `missing-key 13:15 ${KEY}.secrets_manager`,
    /or \{ ssm_parameter = /,
  ],
  [
    "has a secret at two places",
    file({ destination: `${PAGER}routing_key = { secrets_manager = "x", ssm_parameter = "y" }` }),
    `unknown-key 13:40 ${KEY}.ssm_parameter`,
    /beside secrets_manager; keep one/,
  ],
  [
    "misspells where a secret is",
    file({ destination: `${PAGER}routing_key = { secret_manager = "x" }` }),
    `unknown-key 13:17 ${KEY}.secret_manager`,
    /did you mean secrets_manager\?/,
  ],
  [
    "misspells where a parameter is",
    file({ destination: `${PAGER}routing_key = { ssm_paramter = "x" }` }),
    `unknown-key 13:17 ${KEY}.ssm_paramter`,
    /did you mean ssm_parameter\?/,
  ],

  [
    "misspells a topic that a rule names",
    topics("v2.user.{id}.presence", 'topics = ["v2.users.{id}.presence"]\ntargets = ["log"]'),
    "unknown-topic 5:71 streams.audit.topic_filters[0]",
    /did you mean "v2\.users\.\{id\}\.presence"\?/,
  ],
  [
    "misspells a topic that a pattern names",
    topics("v2.user.{id}.presence", 'pattern = { detail-type = ["v2.users.{id}.presence"] }\ntargets = ["log"]'),
    "unknown-topic 5:71 streams.audit.topic_filters[0]",
    /did you mean "v2\.users/,
  ],
  [
    "misspells a topic of whose events a rule asks for fields",
    topics("v2.user.{id}.presence", 'pattern = { detail = { eventBody = { source = ["x"] } } }\ntargets = ["log"]'),
    "unknown-topic 5:71 streams.audit.topic_filters[0]",
    /did you mean/,
  ],
  [
    "has an id in a topic",
    topics("v2.users.1234.presence", 'topics = ["v2.users.{id}.presence"]\ntargets = ["log"]'),
    "topic-placeholder 5:71 streams.audit.topic_filters[0]",
    /write "v2\.users\.\{id\}\.presence"/,
  ],
  [
    "misspells a topic in a rule",
    file({ rule: 'topics = ["v2.user.{id}.presence"]\ntargets = ["log"]' }),
    "unknown-topic 9:11 rules.all.topics[0]",
    /did you mean "v2\.users/,
  ],

  [
    "has streams in a list",
    'streams = [{ event_source_suffix = "x" }]\n'.concat(file().replace(/streams = .*\n\n\} \}/, "")),
    "wrong-type 1:11 streams",
    /must be a map/,
  ],
  [
    "has no stream for its rule",
    file().replace(/streams = .*\n\n\} \}/, ""),
    "missing-key 1:1 streams",
    /write for example/,
  ],
];
