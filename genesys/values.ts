import listed from "../data/known-values.json";
import { knownFields } from "./fields";

interface KnownValues {
  /** A topic, or the beginning of several. */
  readonly topics: string;
  readonly path: string;
  readonly values: readonly string[];
}

/**
 * The values of fields that have few: the enumerations of the payload models in Genesys Cloud's SDKs (2026-11), in the form in which
 * events were seen to have them. Both forms are listed where the models and real events differ.
 */
const all: readonly KnownValues[] = listed;

const byPath = new Map<string, readonly KnownValues[]>();
for (const entry of all) byPath.set(entry.path, [...(byPath.get(entry.path) ?? []), entry]);

/** Returns the known values of a path in the events of these topics; undefined where others may be as usual. */
export function knownValues(path: string, topics: readonly string[]): readonly string[] | undefined {
  const entries = byPath.get(path);
  if (entries === undefined) return undefined;
  const values = new Set<string>();
  for (const topic of topics) {
    const own = entries.filter((entry) => topic.startsWith(entry.topics));
    if (own.length === 0 && Object.hasOwn(knownFields(topic) ?? {}, path)) return undefined;
    for (const value of own.flatMap((entry) => entry.values)) values.add(value);
  }
  return values.size === 0 ? undefined : [...values];
}
