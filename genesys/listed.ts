/** Some topics, in words; not all of many. */
export function listed(topics: readonly string[]): string {
  return topics.length > 2 ? `${topics.slice(0, 2).join(", ")} …` : topics.join(" and ");
}
