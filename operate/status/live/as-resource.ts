import type { Resource } from "../../../report/resources/resource";

/** Returns something of the account in the form that a stack or a plan would have it: what a plan is asked can be asked of the account. */
export function asResource(type: string, name: string, values: Readonly<Record<string, unknown>>): Resource {
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return { address: `${type}.${name}`, type, name, values: known, unknown: {}, references: {} };
}
