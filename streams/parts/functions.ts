import { type NamedFunction, namedFunction } from "../../aws/function-plan";
import { busArn, type Place, UNKNOWN_ORGANIZATION } from "../../aws/names";
import { knownAs } from "../../schema/identity";
import type { StreamKeys } from "../stream-keys";
import type { StreamType } from "../stream-type";

/** The parts of an environment that a stream's functions depend on. */
export interface FunctionOwner extends Place {
  readonly name: string;
  readonly organization_id?: string | undefined;
  readonly kms_key_arn?: string | undefined;
}

/** Returns the functions of a stream with their names; none for most types. */
export function functionsOf(
  type: StreamType,
  { name: environment, organization_id, ...place }: FunctionOwner,
  key: string,
  keys: StreamKeys,
): readonly NamedFunction[] {
  if (type.functions === undefined) return [];
  const owner = knownAs(key, keys);
  const origin = { environment, stream: owner, organization: organization_id ?? UNKNOWN_ORGANIZATION };
  const bus = type.bus(keys, origin);
  const context = { ...place, environment, owner, source: type.source(keys, origin), bus };
  return type.functions(keys, { ...context, busArn: busArn(place, bus) }).map((plan) => namedFunction(context, plan));
}
