import type { Environment } from "./model";

/** Returns, for each destination that a rule names, the streams whose rules deliver there, sorted. */
export function sendersByDestination({ rules }: Pick<Environment, "rules">): ReadonlyMap<string, readonly string[]> {
  const senders = new Map<string, Set<string>>();
  for (const { stream, targets } of Object.values(rules)) {
    for (const { destination } of targets) {
      const known = senders.get(destination);
      if (known === undefined) senders.set(destination, new Set([stream]));
      else known.add(stream);
    }
  }
  return new Map([...senders].map(([destination, streams]) => [destination, [...streams].sort()]));
}
