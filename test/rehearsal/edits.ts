/** An environment file as plain values, to be edited. */
export interface EnvironmentValue {
  [key: string]: unknown;
  tags?: Record<string, string>;
  streams: Record<string, Record<string, unknown> & { topic_filters?: string[]; event_source_suffix?: string }>;
  rules: Record<string, Record<string, unknown> & { stream: string; targets: unknown }>;
  destinations: Record<string, Record<string, unknown> & { type: string }>;
}

function reversed<Value>(map: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(map).reverse());
}

function renamedKeys<Value>(map: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [`new-${name}`, value]));
}

/** Returns entries under other names, with their earlier ones; an entry that another edit has added had none. */
function renamed<Value extends object>(map: Record<string, Value>): Record<string, Value> {
  return renamedKeys(
    Object.fromEntries(Object.entries(map).map(([name, value]) => [name, { ...value, renamed_from: name }])),
  );
}

function first<Value>(map: Record<string, Value>): [string, Value] {
  const [entry] = Object.entries(map);
  if (entry === undefined) throw new Error("there is nothing to edit");
  return entry;
}

/** The changes to a destination that AWS can make in place. */
const changes: Readonly<Record<string, object>> = {
  cloudwatch_logs: { retention_days: 400 },
  dynamodb: {
    key: "detail.topicName",
    latest_by: "time",
    attributes: { kind: "detail-type" },
    expire_after_days: 30,
  },
  event_bus: { arn: "arn:aws:events:us-east-1:210987654321:event-bus/moved" },
  firehose: {
    buffering_seconds: 120,
    buffering_mib: 10,
    prefix: "moved/",
    error_prefix: "failed/",
    compression: "UNCOMPRESSED",
    expire_after_days: 500,
    access_log_bucket: "acme-access-logs",
  },
  http: {
    url: "https://events.acme.example/moved",
    path_parameters: undefined,
    resource_configuration_arn: undefined,
    method: "PUT",
    rate_limit_per_second: 10,
    headers: { "x-moved": "yes" },
    auth: { type: "basic", username: "moved", password: { ssm_parameter: "/genesys/pagerduty" } },
  },
  kinesis: { retention_hours: 48, mode: "provisioned", shard_count: 2, partition_key_path: "id" },
  pagerduty: { severity: "info", summary: "changed <id>", dedup_key: "changed <id>" },
  step_functions: { arn: "arn:aws:states:us-east-1:123456789012:stateMachine:moved" },
  sqs: { retention_days: 7, visibility_timeout_seconds: 60 },
};

/** The changes to a delivery stream that sends to an endpoint. */
const endpointChanges = {
  buffering_seconds: 120,
  error_prefix: "failed/",
  expire_after_days: 500,
  endpoint: {
    url: "https://events.acme.example/moved",
    access_key: { secrets_manager: "genesys/moved" },
    compression: "NONE",
    buffering_seconds: 10,
    buffering_mib: 1,
  },
};

/** The changes to what feeds a stream that AWS can make in place. */
const streamChanges: Readonly<Record<string, object>> = {
  https: {
    path: "/moved",
    auth: { type: "jwt", issuer: "https://login.acme.example/", audience: ["events"] },
    event_type: "header.x-moved",
    event_id: "header.x-id",
    duplicate_window_hours: 48,
    handshake: "challenge",
    rate_limit_per_second: 7,
    allowed_cidrs: ["198.51.100.0/24"],
  },
  kafka: {
    auth: { type: "plain", credentials: { secrets_manager: "kafka/moved" } },
    ca_certificate: { secrets_manager: "kafka/ca" },
    subnets: ["subnet-0a1b2c3d"],
    security_groups: ["sg-0a1b2c3d"],
    filters: [{ value: { ccid: ["moved"] } }, { key: ["moved"] }],
  },
};

/** The edits of a file that must never make Terraform destroy or replace anything. */
export const edits: Readonly<Record<string, (value: EnvironmentValue) => EnvironmentValue>> = {
  "a topic added": (value) => {
    for (const stream of Object.values(value.streams)) stream.topic_filters?.unshift("v2.users.{id}.presence");
    return value;
  },
  "the maps reordered": (value) => ({
    ...reversed(value),
    streams: reversed(value.streams),
    rules: reversed(value.rules),
    destinations: reversed(value.destinations),
  }),
  "a rule added": (value) => {
    const [stream, { topic_filters }] = first(value.streams);
    const [destination] = first(value.destinations);
    value.rules["added-rule"] = {
      stream,
      ...(topic_filters && { topics: topic_filters.slice(0, 1) }),
      targets: { [destination]: { retry_attempts: 5 } },
    };
    return value;
  },
  "a pattern changed": (value) => {
    const [, rule] = first(value.rules);
    rule.pattern = { detail: { eventBody: { action: [{ "anything-but": "View" }] } } };
    return value;
  },
  "streams changed": (value) => {
    for (const stream of Object.values(value.streams)) Object.assign(stream, streamChanges[String(stream.type)]);
    return value;
  },
  "destinations changed": (value) => {
    for (const destination of Object.values(value.destinations))
      Object.assign(destination, destination.endpoint === undefined ? changes[destination.type] : endpointChanges);
    return value;
  },
  "an archive added": (value) => {
    const [, stream] = first(value.streams);
    stream.archive = { retention_days: 30 };
    return value;
  },
  "a tag added": (value) => ({ ...value, tags: { ...value.tags, added: "yes" } }),
  "a second stream added": (value) => {
    // A name that begins with another's must not break that one; only a strict look-up is refused beside it.
    const checked = Object.entries(value.streams).filter(([, { lookup }]) => lookup !== "strict");
    const [, stream] = first(Object.fromEntries(checked));
    // One of another type would need a provider that the stack does not have yet.
    value.streams["a-second-stream"] =
      stream.event_source_suffix === undefined
        ? structuredClone(stream)
        : {
            event_source_suffix: `${stream.event_source_suffix}-2`,
            topic_filters: ["v2.routing.queues.{id}.users"],
          };
    const [destination] = first(value.destinations);
    value.rules["second-rule"] = { stream: "a-second-stream", targets: [destination] };
    return value;
  },
  "somebody told of alarms": (value) => {
    const topic = `arn:aws:sns:${value.aws_region}:${value.aws_account_id}:on-call`;
    return { ...value, monitoring: { notify: [topic, "contact-centre@acme.example"] } };
  },
  "everything renamed": ({ streams, rules, destinations, ...value }) => {
    const destinationsOf = (targets: unknown) =>
      Array.isArray(targets) ? targets.map((name) => `new-${name}`) : renamedKeys(Object(targets));
    return {
      ...value,
      streams: renamed(streams),
      rules: renamed(
        Object.fromEntries(
          Object.entries(rules).map(([name, rule]) => [
            name,
            { ...rule, stream: `new-${rule.stream}`, targets: destinationsOf(rule.targets) },
          ]),
        ),
      ),
      destinations: renamed(destinations),
    };
  },
  "silence watched for": (value) => {
    for (const stream of Object.values(value.streams)) stream.silence_minutes = 1440;
    return value;
  },
};

/**
 * The edits with a key that must not make Terraform destroy anything either; nothing can be delivered where the key is only a
 * name.
 */
export const keyed: typeof edits = {
  "a key added": (value) => ({
    ...value,
    kms_key_arn: `arn:aws:kms:${value.aws_region}:${value.aws_account_id}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  }),
};

const KEPT = ["archive", "schema_discovery", "log_level", "log_detail"];

/** The edits of a file that destroy what people no longer want, and nothing beside it. */
export const removals: typeof edits = {
  "nothing kept": ({ kms_key_arn: _, ...value }) => {
    for (const stream of Object.values(value.streams)) for (const key of KEPT) delete stream[key];
    return value;
  },
};
