import { streamTypes } from "../../../streams";
import { isMap } from "../../../text/value";
import { meantTopic } from "./topics";

const LISTS: readonly { readonly map: string; readonly keys: readonly string[] }[] = [
  { map: "streams", keys: streamTypes.flatMap(({ topicsKey }) => topicsKey ?? []) },
  { map: "rules", keys: ["topics"] },
];

/** The file's value with the topics that were meant: a slip is told where it is, and nowhere else. The same value where there is none. */
export function withMeantTopics(value: unknown): unknown {
  if (!isMap(value)) return value;
  let meant = value;
  for (const { map, keys } of LISTS) {
    const entries = value[map];
    if (!isMap(entries)) continue;
    const corrected = Object.entries(entries).map(([name, entry]) => [name, withMeant(entry, keys)] as const);
    if (corrected.some(([name, entry]) => entry !== entries[name]))
      meant = { ...meant, [map]: Object.fromEntries(corrected) };
  }
  return meant;
}

function withMeant(entry: unknown, keys: readonly string[]): unknown {
  if (!isMap(entry)) return entry;
  let meant = entry;
  for (const key of keys) {
    const list = entry[key];
    if (!Array.isArray(list)) continue;
    const topics: unknown[] = list.map((topic: unknown) => (typeof topic === "string" ? meantTopic(topic) : topic));
    if (topics.some((topic, index) => topic !== list[index])) meant = { ...meant, [key]: topics };
  }
  return meant;
}
