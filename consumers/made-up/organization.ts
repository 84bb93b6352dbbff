import type { Random } from "./random";

/** The ids of an organization that its events speak of. */
export interface Organization {
  readonly id: string;
  readonly divisions: readonly string[];
  readonly flows: readonly string[];
  readonly labels: readonly string[];
  readonly queues: readonly string[];
  readonly users: readonly string[];
  readonly wrapups: readonly string[];
}

export function organization(random: Random): Organization {
  const ids = (count: number) => Array.from({ length: count }, () => random.uuid());
  return {
    id: random.uuid(),
    divisions: ids(3),
    flows: ids(5),
    labels: ids(2),
    queues: ids(10),
    users: ids(40),
    wrapups: ids(8),
  };
}

/** Returns a number of those that are nobody's: 555-0100 to 555-0199 of the North American plan, behind a few of its area codes. */
export function phone(random: Random): string {
  return `tel:+1${random.pick(["202", "303", "404", "512", "617", "808"])}5550${random.int(100, 199)}`;
}

/** Returns a mail address of the domain that is for examples (RFC 2606). */
export function mailAddress(random: Random): string {
  return `person-${random.int(1, 999)}@example.com`;
}

/** Returns an address of those that are for documentation (RFC 5737). */
export function address(random: Random): string {
  return `${random.pick(["192.0.2", "198.51.100", "203.0.113"])}.${random.int(1, 254)}`;
}

const ATTRIBUTES = {
  customerTier: ["gold", "silver", "bronze"],
  "ivr.language": ["en-US", "de-DE", "fr-FR"],
  callReason: ["billing", "delivery", "returns"],
} as const;

/** Returns what a flow keeps of a conversation. */
export function attributes(random: Random): Record<string, string> {
  return Object.fromEntries(Object.entries(ATTRIBUTES).map(([name, values]) => [name, random.pick(values)]));
}
