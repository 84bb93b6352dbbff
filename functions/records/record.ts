/** A record of a topic, as Lambda passes it on once it has decoded its value to JSON (developer guide, "Using schema registries with Kafka event sources", read 2026-11). */
export interface KafkaRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly timestamp: number;
  /** In base64; absent where the record has none. */
  readonly key?: string | null | undefined;
  /** JSON, in base64; absent where the record has none. */
  readonly value?: string | null | undefined;
}

/** The records of one call, in the order of each partition, by the partition's name. */
export interface Batch {
  readonly records?: Readonly<Record<string, readonly KafkaRecord[]>>;
}

/** Returns the detail of a record's event; undefined where its value is no JSON. The value stands in it with the bytes that Lambda wrote: no number loses digits. */
export function detailOf({ topic, partition, offset, timestamp, key, value }: KafkaRecord): string | undefined {
  const body = value == null ? "null" : textOf(value);
  if (!isJson(body)) return undefined;
  const about = `"partition":${partition},"offset":${offset},"timestamp":${timestamp},"key":[${keyOf(key)}]`;
  return `{"topicName":${JSON.stringify(topic)},"version":"2","eventBody":${body},"metadata":{${about}}}`;
}

/** Returns a key as a pipe would write it: JSON as it is, anything else as text in base64. */
function keyOf(key: string | null | undefined): string {
  if (key == null) return "";
  const text = textOf(key);
  return isJson(text) ? text : JSON.stringify(key);
}

function textOf(base64: string): string {
  return Buffer.from(base64, "base64").toString("utf8");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
