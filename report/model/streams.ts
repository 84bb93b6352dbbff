import { deadLetterQueueArn } from "../../aws/names";
import type { Environment, Stream } from "../../config/model";
import type { Catalogue } from "../../genesys/catalogue";
import { functionStatements } from "../../modules/function";
import { codeHash } from "../../modules/function-code";
import { streamType } from "../../streams";
import { functionsOf } from "../../streams/parts/functions";
import type { Fact } from "../../streams/stream-type";
import { carriedBy, personal } from "../personal-data";
import type { StreamPart } from "../schema";
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

/** Returns what an auditor asks of the code of ours that feeds a stream: which it is, what it may do, and its hash, as plans have it. */
function functionFacts(environment: Environment, stream: string, keys: Stream): Fact[] {
  return functionsOf(streamType(keys.type), environment, stream, keys).map((plan) => {
    const statements = functionStatements(environment, plan, deadLetterQueueArn(environment));
    const actions = [...new Set(statements.flatMap(({ Action }) => Action))].sort();
    return {
      term: "Function",
      text: `${plan.name}: its role may ${actions.join(", ")}; its code has the hash ${codeHash(plan.code)} (source_code_hash)`,
    };
  });
}
