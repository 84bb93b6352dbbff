import listed from "../data/topics.json";

/**
 * The evidence that a topic reaches EventBridge: documentation or a real event (`confirmed`), the word of others (`reported`), sent to
 * WebSocket channels only (`no`), gone (`retired`), or none (`unknown`).
 */
export type Delivery = "confirmed" | "reported" | "unknown" | "no" | "retired";

export interface Topic {
  /** The topic with `{id}` in place of each id; also the detail-type of its events. */
  readonly topic: string;
  readonly description?: string;
  readonly event_bridge: Delivery;
  /** The name of the payload's model in Genesys Cloud's SDKs. */
  readonly payload?: string;
  /** The topic that took the place of a retired one. */
  readonly successor?: string;
  /** The source that shows that it reaches EventBridge. */
  readonly evidence?: string;
}

/**
 * Genesys Cloud's topics, sorted: notificationMappings.json of its SDKs with its history, marked by what is public (2026-11).
 * `GET /api/v2/notifications/availabletopics` returns those that an organization really has.
 */
export const topics = listed as readonly Topic[]; // a test checks the file against this type

const byName = new Map(topics.map((topic) => [topic.topic, topic]));

export function knownTopic(name: string): Topic | undefined {
  return byName.get(name);
}

/** Returns the topic that a concrete one (`v2.users.1234.presence`) or one with other placeholders belongs to. */
export function topicOf(concrete: string): Topic | undefined {
  const literals = ({ topic }: Topic) => topic.split(".").filter((part) => part !== "{id}").length;
  return topics.filter(({ topic }) => isOf(concrete, topic)).sort((a, b) => literals(b) - literals(a))[0];
}

/** Returns whether a concrete topic is one of these, with something in place of every `{id}`. */
export function isOf(concrete: string, topic: string): boolean {
  const parts = concrete.split(".");
  const wanted = topic.split(".");
  return (
    wanted.length === parts.length && wanted.every((part, n) => part === parts[n] || (part === "{id}" && parts[n]))
  );
}

/**
 * Returns whether a stream with these filters may send the topic. It is not documented which topics a filter with * lets through.
 */
export function isSent(topic: string, filters: readonly string[]): boolean {
  return filters.some((filter) => filter === topic || filter.includes("*"));
}
