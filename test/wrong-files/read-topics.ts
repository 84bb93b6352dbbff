import { topicFile } from "../support/topic-file";
import type { WrongFile } from "./wrong-file";

const CLUSTER = "arn:aws:kafka:us-east-1:123456789012:cluster/calls/3c4f9f1e-0000-4000-8000-00000000c0de-2";
const cluster = `cluster_arn = "${CLUSTER}"`;
const iam = 'auth = { type = "iam" }';
const plain = 'auth = { type = "plain", credentials = { secrets_manager = "kafka/reader" } }';
const filters = (patterns: string) => topicFile({ more: `filters = [${patterns}]` });
const URL = 'url = "https://registry.acme.example"';
const REGISTRY = `schema_registry = { ${URL} }`;
const avro = ({ registry = URL, more = "" }) =>
  topicFile({ more: `format = "avro"\nschema_registry = { ${registry} }${more}` });

/** Streams that read a topic of Kafka. */
export const readTopics: readonly WrongFile[] = [
  [
    "has a boundary of another account",
    topicFile({ top: 'permissions_boundary_arn = "arn:aws:iam::210987654321:policy/workloads"' }),
    "arn-elsewhere 3:28 permissions_boundary_arn",
    /write one of 123456789012/,
  ],
  [
    "has a boundary that is no policy",
    topicFile({ top: 'permissions_boundary_arn = "arn:aws:iam::123456789012:role/workloads"' }),
    "invalid-format 3:28 permissions_boundary_arn",
    /a managed policy's ARN/,
  ],
  ["reads a topic of no cluster", topicFile({ brokers: "" }), "missing-key 4:6 streams.cx.brokers", /or cluster_arn/],
  [
    "reads a topic of two clusters",
    topicFile({ more: cluster }),
    "key-without-effect 8:15 streams.cx.cluster_arn",
    /leave one of the two out/,
  ],
  [
    "has a broker without a port",
    topicFile({ brokers: 'brokers = ["b1.acme.example"]' }),
    "invalid-format 5:12 streams.cx.brokers[0]",
    /host:port/,
  ],
  [
    "has four brokers",
    topicFile({ brokers: `brokers = [${[1, 2, 3, 4].map((port) => `"b:${port}"`).join(", ")}]` }),
    "out-of-range 5:11 streams.cx.brokers",
    /at most 3 allowed/,
  ],
  [
    "does not say who it is on the internet",
    topicFile({ auth: "" }),
    "missing-key 4:6 streams.cx.auth",
    /write for example \{ type = "scram_sha_512"/,
  ],
  [
    "takes a role to brokers that are no MSK",
    topicFile({ auth: iam }),
    "auth-not-taken 7:17 streams.cx.auth.type",
    /or cluster_arn in place of brokers/,
  ],
  [
    "takes a password in the clear to MSK",
    topicFile({ brokers: cluster, auth: plain }),
    "auth-not-taken 7:17 streams.cx.auth.type",
    /write iam, scram_sha_512 or mtls/,
  ],
  [
    "reads from MSK of another account",
    topicFile({ brokers: cluster.replace("123456789012", "210987654321"), auth: iam }),
    "arn-elsewhere 5:15 streams.cx.cluster_arn",
    /write a cluster of there/,
  ],
  [
    "has subnets beside MSK",
    topicFile({ brokers: cluster, auth: iam, more: 'subnets = ["subnet-1"]' }),
    "key-without-effect 8:1 streams.cx.subnets",
    /MSK has its own; leave it out/,
  ],
  [
    "has subnets and no security group",
    topicFile({ more: 'subnets = ["subnet-1"]' }),
    "missing-key 4:6 streams.cx.security_groups",
    /\["sg-0a1b2c3d"\]/,
  ],
  [
    "has a security group and no subnets",
    topicFile({ more: 'security_groups = ["sg-1"]' }),
    "key-without-effect 8:1 streams.cx.security_groups",
    /write these too/,
  ],
  [
    "has a secret that a pipe cannot read",
    topicFile({ auth: plain.replace("secrets_manager", "ssm_parameter") }),
    "unknown-key 7:42 streams.cx.auth.credentials.ssm_parameter",
    /from Secrets Manager only; write secrets_manager/,
  ],
  [
    "has a secret whose name looks like the end of an ARN",
    topicFile({ auth: plain.replace("kafka/reader", "kafka-reader") }),
    "invalid-format 7:60 streams.cx.auth.credentials.secrets_manager",
    /write the ARN of such a secret/,
  ],
  [
    "has a secret of another region for its brokers",
    topicFile({
      auth: plain.replace("kafka/reader", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:kafka/reader-a1b2c3"),
    }),
    "arn-elsewhere 7:60 streams.cx.auth.credentials.secrets_manager",
    /write one of us-east-1/,
  ],
  [
    "filters records as if they were events",
    filters('{ detail = { ccid = ["acme"] } }'),
    "filter-unknown-field 8:14 streams.cx.filters[0].detail",
    /write one of headers, key,/,
  ],
  [
    "misspells a field of a record",
    filters('{ vlaue = { ccid = ["acme"] } }'),
    "filter-unknown-field 8:14 streams.cx.filters[0].vlaue",
    /did you mean value\?/,
  ],
  [
    "has a filter without anything",
    filters("{}"),
    "pattern-empty 8:12 streams.cx.filters[0]",
    /leave it out to take every record/,
  ],
  [
    "has a filter that AWS does not take",
    filters('{ value = { ccid = "acme" } }'),
    "pattern-leaf-no-list 8:31 streams.cx.filters[0].value.ccid",
    /\["acme"\]/,
  ],
  [
    "has a filter that is too long",
    filters(`{ value = { ccid = ["${"x".repeat(4096)}"] } }`),
    "pattern-too-long 8:12 streams.cx.filters[0]",
    /EventBridge allows 4096/,
  ],
  [
    "shares out a topic between two streams",
    topicFile({ more: 'consumer_group = "aws"', second: 'consumer_group = "aws"' }),
    "same-consumer-group 14:18 streams.cx2.consumer_group",
    /each would get a part of its records; write another/,
  ],
  [
    "asks a topic of Kafka for another topic",
    topicFile({ rule: 'topics = ["interaction"]' }),
    "topic-not-sent 12:11 rules.all.topics[0]",
    /did you mean "interactions"\?/,
  ],
  [
    "reads a form that nobody decodes",
    topicFile({ more: 'format = "xml"' }),
    "unknown-value 8:10 streams.cx.format",
    /known: avro, json/,
  ],
  [
    "reads AVRO without schemas",
    topicFile({ more: 'format = "avro"' }),
    "missing-key 4:6 streams.cx.schema_registry",
    /write for example \{ url = /,
  ],
  [
    "has schemas that JSON needs not",
    topicFile({ more: REGISTRY }),
    "key-without-effect 8:1 streams.cx.schema_registry",
    /write format = "avro" too/,
  ],
  [
    "has schemas of another region",
    avro({ registry: 'arn = "arn:aws:glue:eu-west-1:123456789012:registry/calls"' }),
    "arn-elsewhere 9:27 streams.cx.schema_registry.arn",
    /Lambda reads registries of its own, 123456789012 in us-east-1/,
  ],
  [
    "proves itself to a registry in two ways",
    avro({ registry: `${URL}, credentials = { secrets_manager = "a" }, certificate = { secrets_manager = "b" }` }),
    "key-without-effect 9:101 streams.cx.schema_registry.certificate",
    /in one way/,
  ],
  [
    "has a registry in the clear",
    avro({ registry: URL.replace("https", "http") }),
    "invalid-format 9:27 streams.cx.schema_registry.url",
    /a URL such as https/,
  ],
  [
    "filters AVRO by what Lambda does not see",
    avro({ more: '\nfilters = [{ key = ["k"] }]' }),
    "filter-unknown-field 10:14 streams.cx.filters[0].key",
    /Lambda looks at value alone/,
  ],
];
