import type { Rule } from "./model";

/**
 * The event pattern of a rule or an archive: the stream's exact source, the topics by detail-type, and the user's own pattern. Source
 * and detail-type stand first, since a name written again in a `$or` replaces what was there before it.
 */
export function rulePattern(source: string, asked: Pick<Rule, "topics" | "pattern">): string {
  const topics = asked.topics === undefined ? {} : { "detail-type": asked.topics };
  return JSON.stringify({ source: [source], ...topics, ...asked.pattern });
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
