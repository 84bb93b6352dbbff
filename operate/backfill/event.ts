import { createHash } from "node:crypto";
import type { GenesysRecord, Kind } from "./kinds/kind";
import type { Unit } from "./unit";

/** The parts of the envelope that the stream decides. */
export interface StreamEnvelope {
  readonly source: string;
  readonly account: string;
  readonly region: string;
}

/** The event of a record: in the envelope of the stream's own events, and marked as fetched later. */
export interface BackfilledEvent extends StreamEnvelope {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly time: string;
  readonly resources: readonly string[];
  readonly detail: object;
}

/** Returns the event of a record, the same one however often the record is fetched. */
export function eventOf(
  record: GenesysRecord,
  kind: Kind,
  unit: Unit,
  job: string,
  envelope: StreamEnvelope,
): BackfilledEvent {
  const { topic, topicName, version, time, body } = kind.eventOf(record, unit);
  const id = uuidOf(`${envelope.source} ${topic} ${time.toISOString()} ${keyOf(kind, record)}`);
  return {
    version: "0",
    id,
    "detail-type": topic,
    ...envelope,
    time: time.toISOString().replace(/\.\d+Z$/, "Z"),
    resources: [],
    detail: {
      topicName,
      version,
      eventBody: body,
      metadata: { CorrelationId: id, backfill: true, job },
      timestamp: time.toISOString(),
    },
  };
}

/** Returns what tells a record from others, in sixteen characters. */
export function markOf(kind: Kind, record: GenesysRecord): string {
  return createHash("sha256").update(keyOf(kind, record)).digest().toString("base64url", 0, 12);
}

/** A record without its id is told from others by all that it has. */
const keyOf = (kind: Kind, record: GenesysRecord) => kind.keyOf(record) || JSON.stringify(record);

/** Returns a UUID of version 8, whose bits are one's own choice (RFC 9562). */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
