import { ownSource } from "../../../aws/names";
import { ENVELOPE_FIELDS, type Envelope } from "../../../genesys/envelope";
import { explain } from "../../../patterns/explain";
import { parsePattern } from "../../../patterns/parse";
import { reasonText } from "../../../patterns/reason";
import type { KafkaKeys } from "../../kafka";
import type { Origin, Received } from "../../stream-type";
import { isDecoded } from "./reader";

/** The fields of a record that filters see (EventBridge user guide, "Event filtering in Amazon EventBridge Pipes", 2026-11). */
export const RECORD_FIELDS = ["headers", "key", "offset", "partition", "timestamp", "timestampType", "topic", "value"];

/** The version of the envelope, which is the one of Genesys Cloud's own events. */
const VERSION = "2";

const { "detail.metadata.CorrelationId": _, "detail.timestamp": __, ...common } = ENVELOPE_FIELDS;

/** The envelope of records; their values may hold anything. AWS gives partitions as text, and documents no kind for them. */
export const recordEnvelope: Envelope = {
  topicField: "detail-type",
  realTopicField: "detail.topicName",
  fields: {
    ...common,
    "detail.metadata.offset": ["number"],
    "detail.metadata.partition": ["number", "string"],
    "detail.metadata.timestamp": ["number"],
  },
  catalogued: false,
};

/**
 * The template of `detail`. A value that is JSON stands there as it is, any other as text in base64, so that it, too, makes JSON. A
 * record may have no key, for which Pipes writes nothing: in a list that is still JSON. Whoever compacts a topic writes records
 * without a value, which can make none.
 */
export function detailTemplate(topic: string): string {
  const metadata = '"partition":<$.partition>,"offset":<$.offset>,"timestamp":<$.timestamp>,"key":[<$.key>]';
  return `{"topicName":"${topic}","version":"${VERSION}","eventBody":<$.value>,"metadata":{${metadata}}}`;
}

/** Returns the event of a record with this value; where it stands in its topic is not known. */
export function receivedRecord(value: unknown, keys: KafkaKeys, { environment, stream }: Origin): Received {
  const { type, filters = [], topic } = keys;
  const metadata = { partition: 0, offset: 0, timestamp: 0, key: [] };
  const detail = { topicName: topic, version: VERSION, eventBody: value, metadata };
  const event = { "detail-type": topic, source: ownSource(type, environment, stream), detail };
  if (value === null && !isDecoded(keys)) return { event, leftOut: NO_VALUE };
  return { event, leftOut: whyLeftOut(value, filters, topic) };
}

const NO_VALUE =
  "a record without a value makes no event, and the pipe stops at it for as long as the topic keeps it; send no such records, and read no compacted topic";

function whyLeftOut(value: unknown, filters: readonly object[], topic: string): string | undefined {
  const reasons = filters.map((filter) => whyFiltered(filter, topic, value));
  return reasons.length > 0 && !reasons.includes(undefined)
    ? `its filters leave it out: ${reasons.join(", or ")}`
    : undefined;
}

/** Returns the reason why a filter does not let a record through; what only the topic itself knows is taken to be as wanted. */
function whyFiltered(filter: object, topic: string, value: unknown): string | undefined {
  const { pattern } = parsePattern(filter);
  if (pattern === undefined) throw new Error("the filters were not checked");
  const known = pattern.alternatives.map((fields) =>
    fields.filter(({ name }) => /^(?:topic|value)(?:\.|$)/.test(name)),
  );
  const why = explain({ alternatives: known }, { topic, value });
  return why && reasonText(why).replace("the rule wants", "the filter wants");
}
