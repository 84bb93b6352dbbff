import type { Envelope } from "../../genesys/envelope";
import { knownValues } from "../../genesys/values";
import { isMap } from "../../text/value";
import { eventValue, type StreamEvent, topicIn } from "../../trace/event";
import { MASKED } from "../masked";

/** A field that says much of an event in few letters. */
export interface Telling {
  readonly name: string;
  readonly value: string;
}

const MOST = 5;
const LONGEST = 40;
const BODY = "detail.eventBody";
const TIME = /^\d{4}-\d\d-\d\dT/;
/** Names of fields that say little by themselves. */
const DULL = /^(?:selfUri|version|eventTime|timestamp|level|\w*Date|sessionId|recordId)$/;

/** Returns the few fields of an event that tell it from others of its topic: whose, what was done, in which state. */
export function tellingOf(event: StreamEvent, envelope: Envelope): Telling[] {
  const topic = topicIn(event, envelope.topicField);
  const body = eventValue(event, BODY);
  const values = leavesOf(body ?? event.detail, body === undefined ? "detail" : BODY)
    .map(([path, value]) => ({ path, name: nameOf(path), value, rank: rankOf(path, value, topic) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const found = new Map<string, string>(idsOfTopic(event, topic, envelope));
  const told = new Set(found.values());
  for (const { name, value } of values) {
    const text = shortened(value);
    // The topic and several fields often have the same id.
    if (found.has(name) || (typeof value === "string" && told.has(text))) continue;
    found.set(name, text);
    told.add(text);
  }
  return [...found].slice(0, MOST).map(([name, value]) => ({ name, value }));
}

/** The ids that take the places of `{id}`, each under the word before it. */
function idsOfTopic(event: StreamEvent, topic: string, { realTopicField }: Envelope): [string, string][] {
  const real = realTopicField === undefined ? undefined : eventValue(event, realTopicField);
  if (typeof real !== "string") return [];
  const [parts, named] = [real.split("."), topic.split(".")];
  if (parts.length !== named.length) return [];
  return parts.flatMap((part, at) => (named[at] === "{id}" ? [[named[at - 1] ?? "id", part] as [string, string]] : []));
}

/** Returns the values in a part of an event, of lists the first. */
function leavesOf(value: unknown, path: string): [path: string, value: unknown][] {
  if (Array.isArray(value)) return leavesOf(value[0], path);
  if (isMap(value)) return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, `${path}.${name}`));
  return value === undefined || value === null || value === "" ? [] : [[path, value]];
}

/** Returns how much a field says: known states first, then ids, then the rest from the top. */
function rankOf(path: string, value: unknown, topic: string): number | undefined {
  const text = String(value);
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (text === MASKED || DULL.test(name) || TIME.test(text)) return undefined;
  const depth = path.split(".").length / 100;
  if (knownValues(path, [topic]) !== undefined) return depth;
  if (/Id$/.test(name) || /\.id$/.test(path)) return 1 + depth;
  return (typeof value === "string" ? 2 : 3) + depth;
}

/** The last part of a path, with the one before where that alone is too common. */
function nameOf(path: string): string {
  const parts = path.split(".");
  const common = /^(?:id|name|status|type|value)$/.test(parts.at(-1) ?? "") && parts.at(-2) !== "eventBody";
  return parts.slice(common ? -2 : -1).join(".");
}

function shortened(value: unknown): string {
  const text = String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
