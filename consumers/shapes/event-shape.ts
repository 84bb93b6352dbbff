import { ENVELOPE, type Envelope } from "../../genesys/envelope";
import { GAP } from "../../genesys/gap";
import { carriedBy, KIND_WORDS } from "../../report/personal-data";
import { fieldsShape } from "./fields-shape";
import { gapShape } from "./gap-shape";
import { type Shape, TEXT } from "./shape";

/** The parts of the envelope that a stream decides. */
export interface StreamEnvelope {
  readonly source: Shape;
  readonly account: Shape;
  readonly region: Shape;
}

const ANY: StreamEnvelope = { source: TEXT, account: TEXT, region: TEXT };

/**
 * Returns the shape of a topic's events: what every event has, and what is known of the body. Whatever is not known stays open.
 *
 * @param topic undefined where any may come
 */
export function eventShape(topic: string | undefined, envelope: Envelope, stream = ANY): Shape {
  const { properties } = fieldsShape(topic, envelope);
  const { eventBody: known, ...detail } = properties?.detail?.properties ?? {};
  return {
    type: "object",
    properties: {
      version: { const: "0" },
      id: TEXT,
      "detail-type": topic === undefined ? TEXT : { const: topic },
      source: stream.source,
      account: stream.account,
      time: { type: "string", format: "date-time" },
      region: stream.region,
      resources: { type: "array", items: TEXT },
      detail: {
        type: "object",
        properties: { ...detail, eventBody: known ?? unknownBody(topic, envelope) },
        required: requiredOf(envelope),
      },
    },
    required: ENVELOPE,
  };
}

/** What a bridge brings has no timestamp, though events that come otherwise have. */
function requiredOf({ fields }: Envelope): string[] {
  const own = Object.keys(fields).flatMap((path) => /^detail\.(\w+)$/.exec(path)?.[1] ?? []);
  return [...own.filter((name) => name !== "timestamp"), "eventBody"];
}

function unknownBody(topic: string | undefined, { catalogued }: Envelope): Shape {
  if (!catalogued || topic === undefined) return { description: "Nothing is known of it." };
  if (topic === GAP) return gapShape();
  const kinds = carriedBy(topic).carried.map(({ kind }) => KIND_WORDS[kind]);
  const mayCarry = kinds.length === 0 ? "" : ` By its name, the topic may carry ${kinds.join(", ")}.`;
  return { type: "object", description: `No event of this topic is known, and so no field.${mayCarry}` };
}
