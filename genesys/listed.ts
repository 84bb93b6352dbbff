/** Returns some topics as prose; of many, only the first. */
export function listed(topics: readonly string[]): string {
  return topics.length > 2 ? `${topics.slice(0, 2).join(", ")} …` : topics.join(" and ");
}
