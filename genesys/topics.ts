import listed from "../data/topics.json";

/**
 * Whether a topic reaches EventBridge: shown by documentation or a real event (`confirmed`), said by others (`reported`), sent to
 * WebSocket channels alone (`no`), gone (`retired`), or not shown either way (`unknown`).
 */
export type Delivery = "confirmed" | "reported" | "unknown" | "no" | "retired";

export interface Topic {
  /** With `{id}` wherever an id stands; also the detail-type of its events. */
  readonly topic: string;
  readonly description?: string;
  readonly event_bridge: Delivery;
  /** Name of the payload's model in Genesys Cloud's SDKs. */
  readonly payload?: string;
  /** Of a retired topic: what took its place. */
  readonly successor?: string;
  /** Who shows that it reaches EventBridge. */
  readonly evidence?: string;
}

/**
 * Genesys Cloud's topics, sorted: notificationMappings.json of its SDKs with its history, marked by what is public (2026-11). What
 * an organization really has, `GET /api/v2/notifications/availabletopics` tells.
 */
export const topics = listed as readonly Topic[]; // a test checks the file against this type

const byName = new Map(topics.map((topic) => [topic.topic, topic]));

export function knownTopic(name: string): Topic | undefined {
  return byName.get(name);
}

/** The topic that a concrete one (`v2.users.1234.presence`) or one with other placeholders belongs to. */
export function topicOf(concrete: string): Topic | undefined {
  const literals = ({ topic }: Topic) => topic.split(".").filter((part) => part !== "{id}").length;
  return topics.filter(({ topic }) => isOf(concrete, topic)).sort((a, b) => literals(b) - literals(a))[0];
}

/** Whether a concrete topic is one of these, with something in place of every `{id}`. */
export function isOf(concrete: string, topic: string): boolean {
  const parts = concrete.split(".");
  const wanted = topic.split(".");
  return (
    wanted.length === parts.length && wanted.every((part, n) => part === parts[n] || (part === "{id}" && parts[n]))
  );
}

/** Whether a stream with these filters sends the topic. What one with * lets through is not known; nobody says that it does not. */
export function isSent(topic: string, filters: readonly string[]): boolean {
  return filters.some((filter) => filter === topic || filter.includes("*"));
}
