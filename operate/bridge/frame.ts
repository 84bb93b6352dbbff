import { jsonIn } from "../../text/value";
/** A frame of a socket: an event, what Genesys Cloud says of the channel itself, or a sign of life. */
export type Frame =
  | { readonly kind: "event"; readonly topic: string; readonly correlation: string; readonly body: unknown }
  | { readonly kind: "closing" | "ended" | "alive" };

/** The topics that Genesys Cloud sends of a channel (notificationMappings.json of its SDKs, 2026-11). */
const OF_CHANNEL = /^(?:channel\.metadata|v2\.subscription\.updated|v2\.system\..*)$/;
const ENDED = /^v2\.system\.(?:no_longer_subscribed|token_revoked)(?:\.|$)/;

/** Returns what a frame says. What is no JSON object with a topic shows no more than that the socket lives. */
export function frameOf(text: string): Frame {
  const value = jsonIn(text);
  if (typeof value !== "object" || value === null || !("topicName" in value)) return { kind: "alive" };
  const { topicName: topic } = value;
  if (typeof topic !== "string") return { kind: "alive" };
  if (topic === "v2.system.socket_closing") return { kind: "closing" };
  if (ENDED.test(topic)) return { kind: "ended" };
  if (OF_CHANNEL.test(topic)) return { kind: "alive" };
  const body = "eventBody" in value ? value.eventBody : undefined;
  return { kind: "event", topic, correlation: correlationOf(value), body };
}

function correlationOf(value: object): string {
  if (!("metadata" in value) || typeof value.metadata !== "object" || value.metadata === null) return "";
  return "CorrelationId" in value.metadata ? String(value.metadata.CorrelationId) : "";
}
