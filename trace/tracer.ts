import { arn, UNKNOWN_ORGANIZATION } from "../aws/names";
import type { Environment } from "../config/model";
import { scalarText } from "../config/scalar-text";
import { isSent } from "../genesys/topics";
import { explain } from "../patterns/explain";
import { matches } from "../patterns/match";
import { reasonText } from "../patterns/reason";
import { ruleName } from "../schema/identity";
import { type Bus, busOf } from "./bus";
import { deliver, type Weight, weigh } from "./deliver";
import { asOf, isStreamEvent, type StreamEvent, topicIn } from "./event";
import type { EventSize } from "./json-bytes";
import type { Surroundings } from "./payload";
import type { Delivery, RuleTrace, StreamTrace, Trace } from "./trace";
import type { TracedRule } from "./traced-rule";

/** The field of every event on a bus that says its kind, if nothing else does. */
const TOPIC_FIELD = "detail-type";

/** The only stream that an event comes by, and why it does not, where that is so. */
interface Made {
  readonly bus: Bus;
  readonly leftOut: string | undefined;
}

export interface Question {
  readonly rule: string;
  readonly pattern: string;
  readonly event: StreamEvent;
  readonly matches: boolean;
}

/** An event as a summary counts it. */
export interface Weighed {
  readonly topic: string;
  readonly isSent: boolean;
  readonly rules: readonly {
    readonly rule: string;
    readonly ways: readonly (Weight & { readonly destination: string })[];
  }[];
}

export interface TracerOptions {
  /** True to take events as they are; otherwise they get the envelope of the stream that would send them. */
  readonly exact: boolean;
}

/** A tracer of events in an environment. Made once, then asked for each event. */
export class Tracer {
  readonly #buses: readonly Bus[];
  readonly #organization: string;
  /** The events that were made of what a sender sends. */
  readonly #made = new WeakMap<StreamEvent, Made>();
  /** Whether any stream has its topics where most events have none. */
  readonly #readsElsewhere: boolean;

  constructor(
    readonly environment: Environment,
    readonly options: TracerOptions,
  ) {
    this.#organization = environment.organization_id ?? UNKNOWN_ORGANIZATION;
    this.#buses = Object.entries(environment.streams).map((entry) => busOf(environment, this.#organization, entry));
    this.#readsElsewhere = this.#buses.some(({ topicField }) => topicField !== TOPIC_FIELD);
  }

  /** Returns a value as the event that it is, or as the events that streams make of it; none where none knows such senders. */
  eventsOf(value: unknown): readonly StreamEvent[] {
    if (isStreamEvent(value)) return [value];
    return this.#buses.flatMap((bus) => {
      const made = bus.received(value);
      if (made === undefined) return [];
      this.#made.set(made.event, { bus, leftOut: made.leftOut });
      return [made.event];
    });
  }

  /** Returns the stream that an event was made for. */
  streamOf(event: StreamEvent): string | undefined {
    return this.#made.get(event)?.bus.stream;
  }

  /** Returns every rule of every stream that sends the event, with its deliveries or the reason why there are none. */
  trace(event: StreamEvent): Trace {
    const streams = this.#sending(event).map((bus): StreamTrace => {
      const onBus = this.#onBus(event, bus);
      const matched = new Set(bus.enabled.match(onBus));
      const rules = bus.rules.map((rule): RuleTrace => {
        if (matched.has(rule))
          return { rule: rule.name, matches: true, deliveries: this.#deliveries(event, bus, rule) };
        const differs = explain(rule.pattern, onBus);
        const why = differs && reasonText(differs);
        const off = rule.rule.enabled ? "" : "it is switched off";
        const reason = [off, why ?? (off && "else it would match")].filter(Boolean).join("; ");
        return { rule: rule.name, matches: false, reason };
      });
      return { stream: bus.stream, rules };
    });
    return {
      topic: this.topicOf(event),
      id: typeof event.id === "string" ? event.id : undefined,
      streams,
      ...(streams.length === 0 && { reason: this.#whyUnsent(event) }),
    };
  }

  /** Returns the reason why no stream sends an event. Taken as it is, an event comes by its source; else by its topic. */
  #whyUnsent(event: StreamEvent): string {
    const { bus, leftOut } = this.#made.get(event) ?? {};
    if (bus !== undefined && leftOut !== undefined) return `stream ${bus.stream} does not bring it: ${leftOut}`;
    if (!this.options.exact) return "no stream sends it: nothing is delivered";
    const sources = this.#buses.map((bus) => {
      const source = bus.source(this.#organizationOf(event, bus)).replace(UNKNOWN_ORGANIZATION, "<organization>");
      return `${JSON.stringify(source)} (stream ${bus.stream})`;
    });
    return `no stream has its source: nothing is delivered; the event's source is ${JSON.stringify(event.source) ?? "missing"}, and wanted is ${sources.join(" or ")}: write that into the event, or leave --exact out`;
  }

  /** Returns the topic of an event, as the first stream that sends it reads it; else what every event has in its place. */
  topicOf(event: StreamEvent): string {
    const bus = this.#readsElsewhere ? this.#sending(event)[0] : undefined;
    return topicIn(event, bus?.topicField ?? TOPIC_FIELD);
  }

  /** Returns whether any stream sends the event. */
  isSent(event: StreamEvent): boolean {
    return this.#sending(event).length > 0;
  }

  /** Returns the streams that send the event, each with the bytes of what comes on its bus. */
  sizes(event: StreamEvent): { readonly stream: string; readonly bytes: number }[] {
    return this.#sending(event).map((bus) => ({
      stream: bus.stream,
      bytes: Buffer.byteLength(JSON.stringify(this.#seen(event, bus))),
    }));
  }

  /** Returns the questions for EventBridge itself about an event, with the expected answers. */
  questions(event: StreamEvent): Question[] {
    return this.#sending(event).flatMap((bus) => {
      const onBus = this.#onBus(event, bus);
      return bus.rules.map(({ name, pattern, written }) => ({
        rule: name,
        event: onBus,
        pattern: written,
        matches: matches(pattern, onBus),
      }));
    });
  }

  /** Returns only the deliveries, without the reasons for the rest, for many events. */
  *delivered(
    event: StreamEvent,
  ): Iterable<{ readonly stream: string; readonly rule: string; readonly deliveries: readonly Delivery[] }> {
    for (const bus of this.#sending(event)) {
      for (const rule of bus.enabled.match(this.#onBus(event, bus))) {
        yield { stream: bus.stream, rule: rule.name, deliveries: this.#deliveries(event, bus, rule) };
      }
    }
  }

  /** Returns what `delivered` does as far as a summary counts it, for archives of any size. */
  weighed(event: StreamEvent, size: EventSize): Weighed {
    const buses = this.#sending(event);
    const rules = buses.flatMap((bus) => {
      const seen = this.#seen(event, bus);
      let bytes: number | undefined;
      const sizeOf = () => (bytes ??= size.of(seen));
      return bus.enabled.match(this.#withKnownSource(seen, bus)).map((rule) => {
        const around = this.#around(event, bus, rule);
        const ways = rule.targets.map((sent) => ({
          destination: sent.target.destination,
          ...weigh(sent, seen, around, sizeOf),
        }));
        return { rule: rule.name, ways };
      });
    });
    const topicField = this.#readsElsewhere ? buses[0]?.topicField : undefined;
    return { topic: topicIn(event, topicField ?? TOPIC_FIELD), isSent: buses.length > 0, rules };
  }

  /** Returns the buses on which the event comes: of the streams that send its topic, or the one that its source names. */
  #sending(event: StreamEvent): readonly Bus[] {
    const made = this.#made.get(event);
    if (made !== undefined) return made.leftOut === undefined ? [made.bus] : [];
    if (!this.options.exact)
      return this.#buses.filter(
        ({ topics, topicField }) => topics === undefined || isSent(topicIn(event, topicField), topics),
      );
    return this.#buses.filter((bus) => event.source === bus.source(this.#organizationOf(event, bus)));
  }

  /** Returns the organization that the event comes from: the file's own, or the one that its source names. */
  #organizationOf({ source }: StreamEvent, { organizationIn }: Bus): string {
    return this.environment.organization_id ?? organizationIn(scalarText(source)) ?? UNKNOWN_ORGANIZATION;
  }

  /** Returns the event as its target gets it. */
  #seen(event: StreamEvent, bus: Bus): StreamEvent {
    if (this.options.exact) return event;
    const { aws_account_id: account, aws_region: region } = this.environment;
    return asOf(event, { source: bus.source(this.#organizationOf(event, bus)), account, region });
  }

  /** Returns the event as the patterns here see it, whose source has a stand-in organization where the file says none. */
  #onBus(event: StreamEvent, bus: Bus): StreamEvent {
    return this.#withKnownSource(this.#seen(event, bus), bus);
  }

  #withKnownSource(seen: StreamEvent, bus: Bus): StreamEvent {
    const source = bus.source(this.#organization);
    return seen.source === source ? seen : { ...seen, source };
  }

  #deliveries(event: StreamEvent, bus: Bus, traced: TracedRule): Delivery[] {
    const seen = this.#seen(event, bus);
    const around = this.#around(event, bus, traced);
    return traced.targets.map((sent) => deliver(this.environment, sent, seen, around));
  }

  #around(event: StreamEvent, bus: Bus, { name, rule }: TracedRule): Surroundings {
    return new Around(this.environment, ruleName(name, rule), () => bus.name(this.#organizationOf(event, bus)));
  }
}

/** The values that EventBridge fills in, which few templates ask for. A class, as objects with getters of their own are slow. */
class Around implements Surroundings {
  constructor(
    private readonly environment: Environment,
    readonly ruleName: string,
    private readonly bus: () => string,
  ) {}

  get ruleArn(): string {
    return arn(this.environment, "events", `rule/${this.bus()}/${this.ruleName}`);
  }
}
