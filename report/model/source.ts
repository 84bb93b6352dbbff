import type { Environment, Stream } from "../../config/model";
import { knownAs } from "../../schema/identity";
import { streamType } from "../../streams";

/** The name of the organization where only Genesys Cloud knows its id. */
export const ORGANIZATION = "<organization>";

/** Returns the exact source of a stream's events. */
export function sourceOf({ name, organization_id }: Environment, stream: string, keys: Stream): string {
  const origin = { environment: name, stream: knownAs(stream, keys), organization: organization_id ?? ORGANIZATION };
  return streamType(keys.type).source(keys, origin);
}
