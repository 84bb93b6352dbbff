import listed from "../data/topics.json";

/**
 * The evidence that a topic reaches EventBridge: documentation, a real event or the organization itself (`confirmed`), the word of
 * others (`reported`), sent otherwise only (`no`), gone (`retired`), not of this organization (`absent`), or none (`unknown`).
 */
export const deliveries = ["confirmed", "reported", "unknown", "no", "retired", "absent"] as const;
export type Delivery = (typeof deliveries)[number];

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
  /** The ways in which Genesys Cloud sends it, as the organization says. */
  readonly transports?: readonly string[];
  /** The permissions that whoever subscribes needs, as the organization says. */
  readonly permissions?: readonly string[];
}

/**
 * Genesys Cloud's topics, sorted: notificationMappings.json of its SDKs with its history, marked by what is public (2026-11).
 * Those that an organization really has are in the file that `topics --refresh` writes.
 */
export const topics = listed as readonly Topic[]; // a test checks the file against this type

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
