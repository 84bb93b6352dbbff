import type { Catalogue } from "../../../genesys/catalogue";
import { streamTypes } from "../../../streams";
import type { StreamType } from "../../../streams/stream-type";
import { isMap } from "../../../text/value";
import { meantTopic } from "./topics";

const types: readonly StreamType[] = streamTypes;
const LISTS: readonly { readonly map: string; readonly keys: readonly string[] }[] = [
  { map: "streams", keys: types.flatMap(({ topicsKey }) => topicsKey ?? []) },
  { map: "rules", keys: ["topics"] },
];
/** The types whose topics are any words, of which none can be a slip. */
const uncatalogued = new Set<unknown>(types.flatMap(({ type, envelope }) => (envelope.catalogued ? [] : [type])));

/** The file's value with the topics that were meant: a slip is told where it is, and nowhere else. The same value where there is none. */
export function withMeantTopics(value: unknown, catalogue: Catalogue): unknown {
  if (!isMap(value)) return value;
  let meant = value;
  for (const { map, keys } of LISTS) {
    const entries = value[map];
    if (!isMap(entries)) continue;
    const corrected = Object.entries(entries).map(
      ([name, entry]) => [name, ofAnyWords(entry, value.streams) ? entry : withMeant(entry, keys, catalogue)] as const,
    );
    if (corrected.some(([name, entry]) => entry !== entries[name]))
      meant = { ...meant, [map]: Object.fromEntries(corrected) };
  }
  return meant;
}

/** Returns whether a stream, or a rule's stream, is of a type without a catalogue. */
function ofAnyWords(entry: unknown, streams: unknown): boolean {
  if (!isMap(entry)) return false;
  const stream = isMap(streams) && typeof entry.stream === "string" ? streams[entry.stream] : entry;
  return isMap(stream) && uncatalogued.has(stream.type);
}

function withMeant(entry: unknown, keys: readonly string[], catalogue: Catalogue): unknown {
  if (!isMap(entry)) return entry;
  let meant = entry;
  for (const key of keys) {
    const list = entry[key];
    if (!Array.isArray(list)) continue;
    const topics: unknown[] = list.map((topic: unknown) =>
      typeof topic === "string" ? meantTopic(topic, catalogue) : topic,
    );
    if (topics.some((topic, index) => topic !== list[index])) meant = { ...meant, [key]: topics };
  }
  return meant;
}
