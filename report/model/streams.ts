import type { Environment, Stream } from "../../config/model";
import type { Catalogue } from "../../genesys/catalogue";
import { streamType } from "../../streams";
import { functionsOf } from "../../streams/parts/functions";
import type { Fact } from "../../streams/stream-type";
import { carriedBy, personal } from "../personal-data";
import type { StreamPart } from "../schema";
import { functionText } from "./functions";
import { sourceOf } from "./source";

export function streamParts(environment: Environment): StreamPart[] {
  return Object.entries(environment.streams).map(([name, keys]) => {
    const type = streamType(keys.type);
    return {
      name,
      type: type.type,
      event_source: sourceOf(environment, name, keys),
      integration_managed: type.managedInGenesysCloud(keys),
      facts: [...type.facts(keys), ...functionFacts(environment, name, keys)].map((fact) => ({ ...fact })),
      enabled: keys.enabled,
      protected: keys.protect,
      topics: type.topics(keys)?.map((topic) => topicPart(topic, environment.catalogue)) ?? null,
    };
  });
}

function topicPart(topic: string, catalogue: Catalogue): NonNullable<StreamPart["topics"]>[number] {
  const known = catalogue.known(topic) ?? catalogue.of(topic);
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

function functionFacts(environment: Environment, stream: string, keys: Stream): Fact[] {
  return functionsOf(streamType(keys.type), environment, stream, keys).map((plan) => ({
    term: "Function",
    text: functionText(environment, plan),
  }));
}
