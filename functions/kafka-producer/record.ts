/** An event as the queue has it: the text that EventBridge sent, and the rule that took it. */
export interface Arrived {
  readonly rule: string;
  /** The event's own bytes: no number loses digits. */
  readonly text: string;
  readonly event: object;
}

/** A record as Kafka gets it. */
export interface KafkaRecord {
  /** Left out where the event has no value for it: the record may then go to any partition. */
  readonly key?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

/** Reads a message of the queue; undefined where it holds no event. */
export function arrivedIn(body: string): Arrived | undefined {
  const message = parsed(body);
  const event = at(message, ["event"]);
  const rule = at(message, ["rule"]);
  if (typeof event !== "object" || event === null || typeof rule !== "string") return undefined;
  const before = `{"rule":${JSON.stringify(rule)},"event":`;
  const text = body.startsWith(before) && body.endsWith("}") ? body.slice(before.length, -1) : JSON.stringify(event);
  return { rule, text, event };
}

/** Returns the record of an event. */
export function recordOf(text: string, event: unknown, keyPath: string | undefined): KafkaRecord {
  const key = keyPath === undefined ? undefined : keyText(keyValue(event, keyPath));
  const [id, topic] = [at(event, ["id"]), at(event, ["detail-type"])];
  return {
    ...(key !== undefined && { key }),
    headers: { ...(typeof id === "string" && { event_id: id }), ...(typeof topic === "string" && { topic }) },
    value: text,
  };
}

/** Returns the value at a path such as `detail.eventBody.id`, or at `topic[2]`, a part of detail.topicName between its dots. */
function keyValue(event: unknown, path: string): unknown {
  const [, part] = /^topic\[(\d+)\]$/.exec(path) ?? [];
  if (part === undefined) return at(event, path.match(/[^.[\]]+/g) ?? []);
  const topic = at(event, ["detail", "topicName"]);
  return typeof topic === "string" ? topic.split(".")[Number(part)] : undefined;
}

function keyText(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function at(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part)) return undefined;
    found = Reflect.get(found, part);
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
