import { type Asked, builtIn, Catalogue } from "./catalogue";
import type { Topic } from "./topics";

/** A topic as an organization has it. */
export interface OwnTopic {
  readonly topic: string;
  readonly description?: string | undefined;
  /** `All`, `Websocket`, `EventBridge` or `ProcessAutomation`; empty where Genesys Cloud does not say. */
  readonly transports: readonly string[];
  /** `Public` or `Preview`. */
  readonly visibility?: string | undefined;
  readonly requires_permissions?: readonly string[] | undefined;
}

/** An organization's answer to the question for its topics. */
export interface OrganizationTopics {
  readonly organization_id: string;
  /** The day of the answer, such as `2026-11-28`. */
  readonly asked: string;
  readonly topics: readonly OwnTopic[];
}

/** Returns whether a topic with these transports is sent to EventBridge; undefined where they are not told. */
export function reachesEventBridge({ transports }: Pick<OwnTopic, "transports">): boolean | undefined {
  return transports.length === 0 ? undefined : transports.some((name) => name === "All" || name === "EventBridge");
}

/** Returns the catalogue of an organization: its own topics, and those that are known and that it does not have. */
export function catalogueOf(own: OrganizationTopics, file: string): Catalogue {
  const asked: Asked = { file, date: own.asked };
  const topics = new Map(builtIn.topics.map((topic) => [topic.topic, withoutOwn(topic)]));
  for (const topic of own.topics) topics.set(topic.topic, ofOwn(topic, asked));
  return new Catalogue(
    [...topics.values()].sort((a, b) => (a.topic < b.topic ? -1 : 1)),
    asked,
  );
}

/** Retired topics and the messages of channels are in no answer, and there is more to say of them than that. */
function withoutOwn(topic: Topic): Topic {
  if (topic.event_bridge === "retired" || topic.event_bridge === "no") return topic;
  const { evidence: _, ...rest } = topic;
  return { ...rest, event_bridge: "absent" };
}

function ofOwn(own: OwnTopic, { date }: Asked): Topic {
  const known = builtIn.known(own.topic);
  const description = own.description || known?.description;
  const reaches = reachesEventBridge(own);
  const { requires_permissions: permissions = [], transports, topic } = own;
  return {
    topic,
    ...(description && { description }),
    ...(known?.payload && { payload: known.payload }),
    ...(transports.length > 0 && { transports }),
    ...(permissions.length > 0 && { permissions }),
    ...(reaches === undefined
      ? { event_bridge: known?.event_bridge ?? "unknown", ...(known?.evidence && { evidence: known.evidence }) }
      : reaches
        ? { event_bridge: "confirmed", evidence: `the organization, asked on ${date}` }
        : { event_bridge: "no" }),
  };
}
