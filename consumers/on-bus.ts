import { UNKNOWN_ORGANIZATION } from "../aws/names";
import type { Environment } from "../config/model";
import { knownAs } from "../schema/identity";
import { streamType } from "../streams";
import { type TracedRule, tracedRule } from "../trace/traced-rule";
import type { Place } from "./contract";
import { eventShape } from "./shapes/event-shape";
import type { Shape } from "./shapes/shape";

/** A stream with its rules. */
export interface OnBus {
  readonly place: Place;
  readonly rules: readonly TracedRule[];
  /** Returns the shape of a topic's events there; of any event where none is given. */
  readonly shape: (topic: string | undefined) => Shape;
}

export function onBus(environment: Environment, stream: string): OnBus {
  const { streams, rules, organization_id, aws_account_id: account, aws_region: region } = environment;
  const keys = streams[stream];
  if (keys === undefined) throw new Error(`there is no stream ${stream}`);
  const type = streamType(keys.type);
  const organization = organization_id ?? UNKNOWN_ORGANIZATION;
  const source = type.source(keys, { environment: environment.name, stream: knownAs(stream, keys), organization });
  const envelope = { source: sourceShape(source), account: { const: account }, region: { const: region } };
  const shapes = new Map<string | undefined, Shape>();
  return {
    place: { name: stream, description: `${type.summary}.`, type: type.type, region },
    rules: Object.entries(rules)
      .filter(([, rule]) => rule.stream === stream)
      .map(([name, rule]) => tracedRule(environment, source, type, type.topics(keys), name, rule)),
    shape(topic) {
      const shape = shapes.get(topic) ?? eventShape(topic, type.envelope, envelope);
      shapes.set(topic, shape);
      return shape;
    },
  };
}

/** Where the file names no organization, its id is unknown. */
function sourceShape(source: string): Shape {
  if (!source.includes(UNKNOWN_ORGANIZATION)) return { const: source };
  const around = source.split(UNKNOWN_ORGANIZATION).map((part) => part.replace(/[.\\+*?()[\]{}^$|]/g, "\\$&"));
  return { type: "string", pattern: `^${around.join("[^/]+")}$` };
}
