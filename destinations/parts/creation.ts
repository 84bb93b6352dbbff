import type { Place } from "../../aws/names";
import { knownAs } from "../../schema/identity";
import { destinationType } from "..";
import type { DestinationKeys, DestinationType } from "../destination-type";

/** Returns how the stack makes it; undefined where all of it exists already. */
export function creationOf(keys: DestinationKeys): DestinationType["creation"] {
  const { creation } = destinationType(keys.type);
  return keys.arn === undefined || creation?.always ? creation : undefined;
}

/**
 * Returns the ARN that rules deliver to, as far as it can be composed before the destination is there: AWS adds a part to some.
 *
 * @param key the destination's name in the file
 */
export function deliveryArn(
  environment: Place & { readonly name: string },
  key: string,
  keys: DestinationKeys,
): string | undefined {
  const creation = creationOf(keys);
  if (creation === undefined) return keys.arn;
  return creation.arn(environment, creation.name(keys, environment.name, knownAs(key, keys)));
}
