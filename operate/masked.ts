import { createHash, randomBytes } from "node:crypto";
import type { Envelope } from "../genesys/envelope";
import { knownFields } from "../genesys/fields";
import { type PersonalKind, personalKind } from "../report/personal-data";
import { isMap } from "../text/value";
import { type StreamEvent, topicIn } from "../trace/event";

/** The text that stands for what is not shown. */
export const MASKED = "masked";

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const TIME = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?$/;
/** The parts of a topic before an id that is no person's. */
const NO_PERSON = /^(?:queues?|flows?|entitytype|stations?|edges?|trunks?|divisions?|organizations?)$/i;

/**
 * Masks of events what says who somebody is, and what nothing is known of. Times, kinds, states, figures and ids of things stay, so
 * that one sees what happens, but not to whom. An id of a person becomes another id, wherever it stands and the same in all events of one
 * mask, so that events that belong together still do.
 */
export class Mask {
  readonly #ids = new Map<string, string>();

  /** @param salt makes stand-ins for ids; nobody who knows an id can find it by another salt */
  constructor(private readonly salt: string = randomBytes(16).toString("hex")) {}

  /** Returns the event without personal data; of the envelope all stays. */
  event(event: StreamEvent, envelope: Envelope): StreamEvent {
    const topic = topicIn(event, envelope.topicField);
    const walk = (value: unknown, path: string): unknown => {
      if (Array.isArray(value)) return value.map((inner) => walk(inner, path));
      if (isMap(value))
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, `${path}.${name}`)]));
      if (path === envelope.realTopicField && typeof value === "string") return this.#topic(value, topic);
      return this.#value(value, kindAt(path, topic, envelope));
    };
    return this.#withoutIds({ ...event, detail: walk(event.detail, "detail") });
  }

  #value(value: unknown, kind: PersonalKind | "unknown" | undefined): unknown {
    // A state such as "on queue" says nothing of anybody once it is not known whose it is.
    if (kind === undefined || kind === "presence" || value === "") return value;
    if (typeof value === "number") return kind === "unknown" ? value : 0;
    if (typeof value !== "string") return value;
    if (kind === "ids" || (kind === "unknown" && isId(value))) return this.#id(value);
    return kind === "unknown" && TIME.test(value) ? value : MASKED;
  }

  /** Returns the topic with real ids, of which those that may be a person's are others. */
  #topic(real: string, topic: string): string {
    const [parts, named] = [real.split("."), topic.split(".")];
    if (parts.length !== named.length) return real.replace(ID, (id) => this.#id(id));
    return parts
      .map((part, at) => (named[at] === "{id}" && !NO_PERSON.test(named[at - 1] ?? "") ? this.#id(part) : part))
      .join(".");
  }

  #id(id: string): string {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    const hash = createHash("sha256").update(this.salt).update(id).digest("hex");
    const made = isId(id)
      ? hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5")
      : `${MASKED}-${hash.slice(0, 8)}`;
    this.#ids.set(id, made);
    return made;
  }

  /** Puts the stand-in in place of each such id wherever else it stands, as in an address of the API. */
  #withoutIds<Value>(value: Value): Value;
  #withoutIds(value: unknown): unknown {
    if (typeof value === "string") return this.#ids.get(value) ?? value.replace(ID, (id) => this.#ids.get(id) ?? id);
    if (Array.isArray(value)) return value.map((inner: unknown) => this.#withoutIds(inner));
    if (!isMap(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#withoutIds(inner)]));
  }
}

const isId = (text: string) => text.replace(ID, "") === "" && text !== "";

/** Returns what a field says of people: nothing, where the catalogue of fields knows it and finds nothing personal in it. */
function kindAt(path: string, topic: string, envelope: Envelope): PersonalKind | "unknown" | undefined {
  const kind = personalKind(path);
  if (kind !== undefined) return kind;
  if (Object.hasOwn(envelope.fields, path)) return undefined;
  const known = envelope.catalogued ? knownFields(topic) : undefined;
  return known !== undefined && Object.hasOwn(known, path) ? undefined : "unknown";
}
