import type { Environment, Stream } from "../../config/model";
import { eventSourceName } from "../../config/names";
import { knownTopic, topicOf } from "../../config/topics/catalogue";
import { carriedBy, personal } from "../personal-data";
import type { StreamPart } from "../schema";

/** What the organization is called where only Genesys Cloud knows its id. */
export const ORGANIZATION = "<organization>";

export function sourceOf({ organization_id }: Environment, { event_source_suffix }: Stream): string {
  return eventSourceName(organization_id ?? ORGANIZATION, event_source_suffix);
}

export function streamParts(environment: Environment): StreamPart[] {
  return Object.entries(environment.streams).map(([name, stream]) => ({
    name,
    event_source: sourceOf(environment, stream),
    integration_managed: stream.manage_integration,
    enabled: stream.enabled,
    protected: stream.protect,
    topics: stream.topic_filters?.map(topicPart) ?? null,
  }));
}

function topicPart(topic: string): NonNullable<StreamPart["topics"]>[number] {
  const known = knownTopic(topic) ?? topicOf(topic);
  const carries = carriedBy(topic);
  return {
    topic,
    description: known?.description ?? null,
    reaches_event_bridge: known?.event_bridge ?? null,
    known_by: carries.known_by,
    carries: carries.carried.map(({ kind, fields }) => ({ kind, fields: [...fields] })),
    personal: personal(carries),
  };
}
