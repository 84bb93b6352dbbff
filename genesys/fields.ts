import fieldsByTopic from "../data/event-fields.json";
import modelsByTopic from "../data/payload-fields.json";
import unseenByTopic from "../data/unseen-fields.json";
import { nearest } from "../text/nearest";
import { ENVELOPE_FIELDS } from "./envelope";

/**
 * The kinds of value that each path was seen to have: `object` where it may hold any names, `list` where it is one, beside the kinds of
 * its members, and `absent` where some event lacks it.
 */
export type Fields = Readonly<Record<string, readonly string[]>>;

const byTopic = new Map<string, Fields>(Object.entries(fieldsByTopic));

/** Returns the paths that events of a topic are known to have below `detail.eventBody`; undefined where nothing is known. */
export function knownFields(topic: string): Fields | undefined {
  return byTopic.get(topic);
}

const models = new Map<string, Fields>(Object.entries(modelsByTopic));
const unseen = new Map<string, readonly string[]>(Object.entries(unseenByTopic));

/** Returns the kinds that the payload's model gives a path, where it is taken from there too. */
export function modelKinds(topic: string, path: string): readonly string[] | undefined {
  const fields = models.get(topic) ?? {};
  return Object.hasOwn(fields, path) ? fields[path] : undefined;
}

/** Returns whether a path is known from the payload's model alone, and was in no event. */
export function isUnseen(topic: string, path: string): boolean {
  return unseen.get(topic)?.includes(path) ?? false;
}

/** The topics with known events. */
export const topicsWithFields: readonly string[] = [...byTopic.keys()];

/** The answer that the known events of some topics give about a path. */
export type KnownPath =
  | { readonly found: "value"; readonly kinds: readonly string[] }
  /** An object, with one of its members. */
  | { readonly found: "object"; readonly member: string }
  | { readonly found: "nothing"; readonly nearest: string | undefined };

/** Returns what known events say of a path; undefined where no event of one of the topics is known. */
export function knownPath(path: string, topics: readonly string[]): KnownPath | undefined {
  const fields = topics.map((topic) => byTopic.get(topic));
  const anyBody = fields.length === 0 || fields.includes(undefined);
  if (/^detail\.metadata(?:\.|$)/.test(path) || (path.startsWith("detail.eventBody.") && anyBody)) return undefined;
  const kinds = kindsOf(topics);
  const own = [...new Set(kinds.get(path))].filter((kind) => kind !== "list" && kind !== "absent");
  if (own.length > 0) return { found: "value", kinds: own };
  const paths = [...kinds.keys()];
  if (paths.some((open) => path.startsWith(`${open}.`) && kinds.get(open)?.includes("object"))) return undefined;
  const member = paths.find((inner) => inner.startsWith(`${path}.`));
  if (member !== undefined) return { found: "object", member };
  // A list that was always empty may hold anything.
  const open = /^(?:resources|detail|detail\.eventBody)$/.test(path) || kinds.has(path);
  return open ? undefined : { found: "nothing", nearest: nearestOf(path, paths) };
}

const merged = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** Returns the paths of the events of all the topics. Kept, as most rules are about the same few. */
function kindsOf(topics: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const key = topics.join("\n");
  const known = merged.get(key);
  if (known !== undefined) return known;
  const kinds = new Map<string, readonly string[]>();
  for (const fields of [ENVELOPE_FIELDS, ...topics.map((topic) => byTopic.get(topic))]) {
    for (const [name, seen] of Object.entries(fields ?? {})) kinds.set(name, [...(kinds.get(name) ?? []), ...seen]);
  }
  merged.set(key, kinds);
  return kinds;
}

/** Returns the path of known events that was probably meant, where the path is in none. */
export function nearestPath(path: string, topics: readonly string[]): string | undefined {
  const known = knownPath(
    path.replace(/\[\d+\]/g, ""),
    topics.length > 0 && topics.every((topic) => byTopic.has(topic)) ? topics : topicsWithFields,
  );
  return known?.found === "nothing" ? known.nearest : undefined;
}

/** Returns the path with the same last name, such as `detail.eventBody.action` for `detail.action`, or else with the nearest. */
function nearestOf(path: string, paths: readonly string[]): string | undefined {
  const last = (text: string) => text.slice(text.lastIndexOf(".") + 1);
  const near = nearest(last(path), paths.map(last));
  const named = (wanted: string | undefined) =>
    paths.filter((known) => last(known) === wanted).sort((a, b) => a.length - b.length)[0];
  return named(last(path)) ?? named(near);
}

/** Returns the paths of an event's values as patterns see them: lists add nothing to a path but their kind. */
export function fieldsOf(value: unknown, path = "", found: Record<string, string[]> = {}): Record<string, string[]> {
  const add = (kind: string) => {
    found[path] = [...new Set([...(found[path] ?? []), kind])].sort();
  };
  if (Array.isArray(value)) {
    add("list");
    for (const item of value) fieldsOf(item, path, found);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) fieldsOf(inner, path === "" ? key : `${path}.${key}`, found);
  } else add(value === null ? "null" : typeof value);
  return found;
}
