import { deadLetterQueueName } from "../../aws/names";
import type { Environment, Target } from "../../config/model";
import { rulePattern } from "../../config/pattern";
import { ruleTopics } from "../../config/rule-view";
import { inputFor } from "../../config/target-input";
import { streamType, topicsOf } from "../../streams";
import { keptPaths } from "../kept";
import {
  type Carries,
  carriedBy,
  keptOf,
  type Personal,
  type PersonalKind,
  personal,
  personalKinds,
} from "../personal-data";
import type { RulePart, TargetPart } from "../schema";
import { sourceOf } from "./source";

export function ruleParts(environment: Environment): RulePart[] {
  return Object.entries(environment.rules).map(([name, rule]) => {
    const stream = environment.streams[rule.stream];
    if (stream === undefined) throw new Error("the environment was not checked");
    const { envelope } = streamType(stream.type);
    const topics = ruleTopics(rule, topicsOf(stream), envelope);
    return {
      name,
      stream: rule.stream,
      description: rule.description ?? null,
      enabled: rule.enabled,
      topics: topics === undefined ? null : [...topics],
      pattern: rulePattern(sourceOf(environment, rule.stream, stream), rule, envelope),
      targets: rule.targets.map((target) => targetPart(environment, target, topics)),
    };
  });
}

function targetPart(environment: Environment, target: Target, topics: readonly string[] | undefined): TargetPart {
  const destination = environment.destinations[target.destination];
  if (destination === undefined) throw new Error("the environment was not checked");
  const fields = keptPaths(inputFor(destination, target, topics));
  return {
    destination: target.destination,
    sends: sends(fields),
    fields: fields === undefined ? null : [...fields],
    ...carriedOf(topics, fields),
    retry_attempts: target.retry_attempts,
    max_event_age_seconds: target.max_event_age_seconds,
    dead_letter_queue: target.dead_letter ? deadLetterQueueName(environment.name) : null,
  };
}

function sends(fields: readonly string[] | undefined): string {
  if (fields === undefined) return "the whole event";
  return fields.length === 0 ? "a constant, nothing of the event" : "these parts of the event";
}

/** Whose events; undefined where nothing says so. */
export type Topics = readonly string[] | undefined;

/** Returns what a target gets of people: of any topic, and for certain only where every topic is known. */
export function carriedOf(
  topics: Topics,
  fields: readonly string[] | undefined,
): { carries: PersonalKind[]; personal: Personal } {
  if (fields?.length === 0) return { carries: [], personal: "no" };
  if (topics === undefined) return { carries: [], personal: "unknown" };
  const each = topics.map(carriedBy).map((all): Carries => (fields === undefined ? all : keptOf(all, fields)));
  const kinds = new Set(each.flatMap(({ carried }) => carried.map(({ kind }) => kind)));
  const found = new Set(each.map(personal));
  const order: readonly Personal[] = ["yes", "unknown", "pseudonymous", "no"];
  return {
    carries: personalKinds.filter((kind) => kinds.has(kind)),
    personal: order.find((level) => found.has(level)) ?? "no",
  };
}
