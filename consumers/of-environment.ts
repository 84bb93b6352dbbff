import type { Environment } from "../config/model";
import { destinationType } from "../destinations";
import { listed } from "../genesys/listed";
import { ruleName } from "../schema/identity";
import { groupBy } from "../text/group-by";
import type { TracedRule } from "../trace/traced-rule";
import type { Channel, Contract, Destination, Message } from "./contract";
import { Messages } from "./messages";
import { typeName } from "./names";
import { topicWords } from "./of-topics";
import { type OnBus, onBus } from "./on-bus";
import { foundShape } from "./shapes/found-shape";
import { sentShape } from "./shapes/sent-shape";
import type { Shape } from "./shapes/shape";

/** The part of an environment that is asked for. */
export interface Wanted {
  /** Left out, all of them. */
  readonly destination?: string | undefined;
  /** None for all of them. */
  readonly topics: readonly string[];
}

/** A topic's events, any where it has none, that a rule takes. */
interface Taken {
  readonly bus: OnBus;
  readonly rule: TracedRule;
  readonly topic: string | undefined;
}

/** Returns what comes on the buses of an environment, and what whoever reads its destinations finds of it. */
export function contractOfEnvironment(environment: Environment, { destination, topics }: Wanted): Contract {
  const messages = new Messages();
  const names = Object.keys(environment.destinations).filter((name) => name === (destination ?? name));
  const taken = Object.keys(environment.streams)
    .map((stream) => onBus(environment, stream))
    .flatMap((bus) => bus.rules.flatMap((rule) => takenBy(rule, bus, topics)));
  const to = (...wanted: readonly string[]) =>
    taken.filter(({ rule }) => rule.targets.some(({ target }) => wanted.includes(target.destination)));
  return {
    title: `Events of ${environment.name}`,
    description: `What comes in the environment ${environment.name}; whatever is not known of it stays open.`,
    channels: channelsOf(to(...names), environment, messages),
    destinations: names
      .map((name) => destinationOf(name, to(name), environment, messages))
      .filter((found) => found.messages.length > 0),
  };
}

function takenBy(rule: TracedRule, bus: OnBus, topics: readonly string[]): Taken[] {
  return (
    (rule.topics ?? [undefined])
      // Nobody has documented which topics a filter with * lets through.
      .map((topic) => (topic?.includes("*") ? undefined : topic))
      .filter((topic) => topics.length === 0 || topic === undefined || topics.includes(topic))
      .map((topic) => ({ bus, rule, topic }))
  );
}

function channelsOf(taken: readonly Taken[], { catalogue }: Environment, messages: Messages): Channel[] {
  const each = taken.map(({ bus, topic }): [string, Channel] => {
    const words = topic === undefined ? "any event" : topicWords(topic, catalogue.known(topic)?.description);
    const message = messages.of(topic ?? bus.place.name, words, bus.shape(topic));
    return [`${bus.place.name} ${topic}`, { topic, stream: bus.place, message }];
  });
  return [...new Map(each).values()];
}

function destinationOf(
  name: string,
  taken: readonly Taken[],
  environment: Environment,
  messages: Messages,
): Destination {
  const keys = environment.destinations[name];
  if (keys === undefined) throw new Error(`there is no destination ${name}`);
  const type = destinationType(keys.type);
  const finds = type.finds?.(keys);
  const arrivals = taken.flatMap((one) => {
    const { bus, rule, topic } = one;
    const event = bus.shape(topic);
    return rule.targets
      .filter(({ target }) => target.destination === name)
      .map(({ input }) => ({
        ...one,
        shape: finds === undefined ? sentShape(input, event, ruleName(rule.name, rule.rule)) : foundShape(finds, event),
      }));
  });
  const forms = [...groupBy(arrivals, ({ shape }) => JSON.stringify(shape)).values()];
  return {
    name,
    typeName: messages.take(name),
    type: type.type,
    description: type.notes.arrival,
    region: environment.aws_region,
    messages: forms.flatMap((own) => messageOf(name, own, forms, messages)),
  };
}

type Arrival = Taken & { readonly shape: Shape };

function messageOf(
  destination: string,
  arrivals: readonly Arrival[],
  all: readonly (readonly Arrival[])[],
  messages: Messages,
): Message[] {
  const [first] = arrivals;
  if (first === undefined) return [];
  const rules = [
    ...new Set(arrivals.map(({ rule: { name, rule } }) => (rule.enabled ? name : `${name} (off)`))),
  ].sort();
  const topics = [...new Set(arrivals.map(({ topic }) => topic ?? "any event"))].sort();
  const words = `${listed(topics)}, by ${rules.length === 1 ? "rule" : "rules"} ${listed(rules)}`;
  return [messages.of(nameOf(destination, first, all), words, first.shape)];
}

/** Returns a name with as much of rule and topic as tells a message from the others of its destination. */
function nameOf(destination: string, { rule, topic }: Arrival, all: readonly (readonly Arrival[])[]): string {
  if (all.length === 1) return `${destination} message`;
  const ofRule = all.filter((own) => own.some((other) => other.rule === rule));
  const severalRules = all.flat().some((other) => other.rule !== rule);
  return [destination, severalRules ? rule.name : "", ofRule.length > 1 ? typeName(topic ?? "any") : ""].join(" ");
}
