import type { Environment, Stream } from "../config/model";
import { compile, type Matcher } from "../patterns/compile";
import { knownAs } from "../schema/identity";
import { streamType } from "../streams";
import type { Origin } from "../streams/stream-type";
import { type MadeEvent, madeEvent } from "./received";
import { type TracedRule, tracedRule } from "./traced-rule";

/** The bus of a stream, with all that does not depend on the event. */
export interface Bus {
  readonly stream: string;
  /** Returns what the stream makes of what its sender sends, where senders send no events. */
  readonly received: (sent: unknown) => MadeEvent | undefined;
  readonly topics: readonly string[] | undefined;
  /** The path of the field that has the topic. */
  readonly topicField: string;
  /** Returns the organization that an event's source names, where such sources name one. */
  readonly organizationIn: (source: string) => string | undefined;
  /** Returns the exact source of the stream's events, in an organization. */
  readonly source: (organization: string) => string;
  readonly name: (organization: string) => string;
  readonly rules: readonly TracedRule[];
  readonly enabled: Matcher<TracedRule>;
}

export function busOf(environment: Environment, organization: string, [stream, keys]: readonly [string, Stream]): Bus {
  const type = streamType(keys.type);
  const origin = (organization: string): Origin => ({
    environment: environment.name,
    stream: knownAs(stream, keys),
    organization,
  });
  const rules = Object.entries(environment.rules)
    .filter(([, rule]) => rule.stream === stream)
    .map(([name, rule]) =>
      tracedRule(environment, type.source(keys, origin(organization)), type, type.topics(keys), name, rule),
    );
  return {
    stream,
    received: (sent) => {
      const received = type.received?.(sent, keys, origin(organization));
      return received && madeEvent(received, environment);
    },
    topics: type.topics(keys),
    topicField: type.envelope.topicField,
    organizationIn: (source) => type.organizationIn?.(source),
    source: (organization) => type.source(keys, origin(organization)),
    name: (organization) => type.bus(keys, origin(organization)),
    rules,
    enabled: compile(rules.filter(({ rule }) => rule.enabled)),
  };
}
