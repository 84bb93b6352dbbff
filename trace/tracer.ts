import { UNKNOWN_ORGANIZATION } from "../aws/names";
import type { Environment } from "../config/model";
import { scalarText } from "../config/scalar-text";
import { isSent } from "../genesys/topics";
import { explain } from "../patterns/explain";
import { matches } from "../patterns/match";
import { reasonText } from "../patterns/reason";
import { Around } from "./around";
import { type Bus, busOf } from "./bus";
import { deliver } from "./deliver";
import { asOf, type Envelope, isStreamEvent, type StreamEvent, topicIn } from "./event";
import type { Delivery, RuleTrace, StreamTrace, Trace } from "./trace";
import type { TracedRule } from "./traced-rule";
import { type Wanted, wantedOn } from "./wanted";

/** The field of every event on a bus that says its kind, if nothing else does. */
const TOPIC_FIELD = "detail-type";
const MOST_KNOWN = 1000;

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

/** What an event has of the bus on which it comes. */
export interface Dress {
  /** The envelope that targets see; undefined where that is the event's own. */
  readonly envelope: Envelope | undefined;
  /** What patterns see, whose source has a stand-in organization where the file says none. */
  readonly matched: { readonly source: string };
  readonly busName: string;
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
  #anyMade = false;
  /** Whether any stream has its topics where most events have none. */
  readonly #readsElsewhere: boolean;
  /** The buses by the topics that came, which are few in an archive. */
  readonly #known = new Map<string, readonly Bus[]>();

  constructor(
    readonly environment: Environment,
    readonly options: TracerOptions,
  ) {
    this.#organization = environment.organization_id ?? UNKNOWN_ORGANIZATION;
    this.#buses = Object.entries(environment.streams).map((entry) => busOf(environment, this.#organization, entry));
    this.#readsElsewhere = this.#buses.some(({ topicField }) => topicField !== TOPIC_FIELD);
  }

  /** Returns the parts of events that a summary looks into; undefined where that is all of them. */
  wanted(): Wanted | undefined {
    return wantedOn(this.#buses);
  }

  /** Returns a value as the event that it is, or as the events that streams make of it; none where none knows such senders. */
  eventsOf(value: unknown): readonly StreamEvent[] {
    if (isStreamEvent(value)) return [value];
    return this.#buses.flatMap((bus) => {
      const made = bus.received(value);
      if (made === undefined) return [];
      this.#anyMade = true;
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
    const streams = this.sending(event).map((bus): StreamTrace => {
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
    const [bus] = this.#readsElsewhere ? this.sending(event) : [];
    return bus === undefined ? event[TOPIC_FIELD] : topicIn(event, bus.topicField);
  }

  /** Returns whether any stream sends the event. */
  isSent(event: StreamEvent): boolean {
    return this.sending(event).length > 0;
  }

  /** Returns the streams that send the event, each with the bytes of what comes on its bus. */
  sizes(event: StreamEvent): { readonly stream: string; readonly bytes: number }[] {
    return this.sending(event).map((bus) => ({
      stream: bus.stream,
      bytes: Buffer.byteLength(JSON.stringify(this.#seen(event, bus))),
    }));
  }

  /** Returns the questions for EventBridge itself about an event, with the expected answers. */
  questions(event: StreamEvent): Question[] {
    return this.sending(event).flatMap((bus) => {
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
    for (const bus of this.sending(event)) {
      for (const rule of bus.enabled.match(this.#onBus(event, bus))) {
        yield { stream: bus.stream, rule: rule.name, deliveries: this.#deliveries(event, bus, rule) };
      }
    }
  }

  /** Returns the buses on which the event comes: of the streams that send its topic, or the one that its source names. */
  sending(event: StreamEvent): readonly Bus[] {
    const made = this.#anyMade ? this.#made.get(event) : undefined;
    if (made !== undefined) return made.leftOut === undefined ? [made.bus] : [];
    if (this.options.exact)
      return this.#buses.filter((bus) => event.source === bus.source(this.#organizationOf(event, bus)));
    if (this.#readsElsewhere) return this.#ofTopic((field) => topicIn(event, field));
    const topic = event[TOPIC_FIELD];
    const known = this.#known.get(topic) ?? this.#ofTopic(() => topic);
    if (this.#known.size < MOST_KNOWN) this.#known.set(topic, known);
    return known;
  }

  #ofTopic(topicAt: (field: string) => string): readonly Bus[] {
    return this.#buses.filter(({ topics, topicField }) => topics === undefined || isSent(topicAt(topicField), topics));
  }

  /** Returns the organization that the event comes from: the file's own, or the one that its source names. */
  #organizationOf({ source }: StreamEvent, { organizationIn }: Bus): string {
    return this.environment.organization_id ?? organizationIn(scalarText(source)) ?? UNKNOWN_ORGANIZATION;
  }

  /** Returns what an event has of the bus on which it comes, which depends on nothing of it but its source. */
  dressOf(event: StreamEvent, bus: Bus): Dress {
    const { aws_account_id: account, aws_region: region } = this.environment;
    const organization = this.#organizationOf(event, bus);
    const envelope = this.options.exact ? undefined : { source: bus.source(organization), account, region };
    return {
      envelope,
      matched: { ...envelope, source: bus.source(this.#organization) },
      busName: bus.name(organization),
    };
  }

  /** Returns the event as its target gets it. */
  #seen(event: StreamEvent, bus: Bus): StreamEvent {
    const { envelope } = this.dressOf(event, bus);
    return envelope === undefined ? event : asOf(event, envelope);
  }

  /** Returns the event as patterns see it. */
  #onBus(event: StreamEvent, bus: Bus): StreamEvent {
    return { ...event, ...this.dressOf(event, bus).matched };
  }

  #deliveries(event: StreamEvent, bus: Bus, traced: TracedRule): Delivery[] {
    const seen = this.#seen(event, bus);
    const around = new Around(this.environment, this.dressOf(event, bus).busName, traced);
    return traced.targets.map((sent) => deliver(this.environment, sent, seen, around));
  }
}
