/** An environment file as plain values, to be edited. */
export interface EnvironmentValue {
  [key: string]: unknown;
  tags?: Record<string, string>;
  streams: Record<string, Record<string, unknown> & { topic_filters?: string[]; event_source_suffix: string }>;
  rules: Record<string, Record<string, unknown> & { stream: string; targets: unknown }>;
  destinations: Record<string, Record<string, unknown> & { type: string }>;
}

function reversed<Value>(map: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(map).reverse());
}

function first<Value>(map: Record<string, Value>): [string, Value] {
  const [entry] = Object.entries(map);
  if (entry === undefined) throw new Error("there is nothing to edit");
  return entry;
}

/** What people do to a file that must never make Terraform destroy or replace anything. */
export const edits: Readonly<Record<string, (value: EnvironmentValue) => EnvironmentValue>> = {
  "a topic added": (value) => {
    const [, stream] = first(value.streams);
    stream.topic_filters = ["v2.users.{id}.presence", ...(stream.topic_filters ?? [])];
    return value;
  },
  "the maps reordered": (value) => ({
    ...reversed(value),
    streams: reversed(value.streams),
    rules: reversed(value.rules),
    destinations: reversed(value.destinations),
  }),
  "a rule added": (value) => {
    const [stream] = first(value.streams);
    const [destination] = first(value.destinations);
    value.rules["added-rule"] = {
      stream,
      topics: ["v2.users.{id}.presence"],
      targets: { [destination]: { fields: ["id"] } },
    };
    return value;
  },
  "a pattern changed": (value) => {
    const [, rule] = first(value.rules);
    rule.pattern = { detail: { eventBody: { action: [{ "anything-but": "View" }] } } };
    return value;
  },
  "retention changed": (value) => {
    for (const destination of Object.values(value.destinations)) {
      if (destination.type === "cloudwatch_logs") destination.retention_days = 400;
      if (destination.type === "kinesis") destination.retention_hours = 48;
    }
    return value;
  },
  "a tag added": (value) => ({ ...value, tags: { ...value.tags, added: "yes" } }),
  "a second stream added": (value) => {
    const [, { event_source_suffix }] = first(value.streams);
    value.streams["a-second-stream"] = {
      event_source_suffix: `${event_source_suffix}-2`,
      topic_filters: ["v2.routing.queues.{id}.users"],
    };
    const [destination] = first(value.destinations);
    value.rules["second-rule"] = { stream: "a-second-stream", targets: [destination] };
    return value;
  },
};
