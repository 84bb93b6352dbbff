import type { Envelope } from "../genesys/envelope";
import { isMap } from "../text/value";
import type { Rule } from "./model";

/**
 * Returns the event pattern of a rule or an archive: the stream's exact source, the topics, and the user's own pattern. Source and
 * topics stand first, since a name written again in a `$or` replaces what was there before it.
 */
export function rulePattern(
  source: string,
  asked: Pick<Rule, "topics" | "pattern">,
  { topicField }: Pick<Envelope, "topicField">,
): string {
  const { topics } = asked;
  const own =
    topics === undefined ? {} : topicField.split(".").reduceRight<object>((inner, name) => ({ [name]: inner }), topics);
  return JSON.stringify(together({ source: [source], ...own }, asked.pattern ?? {}));
}

/** Returns both as one object, in the order of the first; of two lists for one name, the second's counts. */
function together(first: object, second: object): object {
  const all = new Map<string, unknown>(Object.entries(first));
  for (const [name, value] of Object.entries(second)) {
    const other = all.get(name);
    all.set(name, isMap(other) && isMap(value) ? together(other, value) : value);
  }
  return Object.fromEntries(all);
}

/** The names that a pattern asks for at the top of the event, also within `$or`. */
export function topLevelNames(pattern: unknown): string[] {
  if (Array.isArray(pattern)) return pattern.flatMap(topLevelNames);
  if (typeof pattern !== "object" || pattern === null) return [];
  return Object.entries(pattern).flatMap(([name, value]) => (name === "$or" ? topLevelNames(value) : [name]));
}

/** Sorted by name at every depth, but for objects with `$or`, whose order has a meaning. */
export function sortedPattern<Pattern>(pattern: Pattern): Pattern;
export function sortedPattern(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedPattern);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([name, inner]: [string, unknown]) => [name, sortedPattern(inner)] as const,
  );
  return Object.fromEntries("$or" in value ? entries : entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
