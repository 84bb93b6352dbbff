import { destinationType } from "..";
import type { DestinationKeys, DestinationType } from "../destination-type";

/** Returns how the stack makes it; undefined where all of it exists already. */
export function creationOf(keys: DestinationKeys): DestinationType["creation"] {
  const { creation } = destinationType(keys.type);
  return keys.arn === undefined || creation?.always ? creation : undefined;
}
