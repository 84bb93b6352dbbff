import { type NamedFunction, namedFunction } from "../../aws/function-plan";
import { deadLetterQueueName, type Place, queueUrl } from "../../aws/names";
import { knownAs } from "../../schema/identity";
import { destinationType } from "..";
import type { DestinationKeys } from "../destination-type";
import { deliveryArn } from "./creation";

/** The parts of an environment that a destination's functions depend on. */
export interface FunctionOwner extends Place {
  readonly name: string;
  readonly kms_key_arn?: string | undefined;
}

/** Returns the functions of a destination with their names; none for most types. */
export function destinationFunctions(
  owner: FunctionOwner,
  key: string,
  keys: DestinationKeys,
): readonly NamedFunction[] {
  const type = destinationType(keys.type);
  const arn = deliveryArn(owner, key, keys);
  if (type.functions === undefined || arn === undefined) return [];
  const { name: environment, ...place } = owner;
  const deadLetters = queueUrl(owner, deadLetterQueueName(environment));
  const context = { ...place, environment, owner: knownAs(key, keys), arn, deadLetters };
  return type.functions(keys, context).map((plan) => namedFunction(context, plan));
}
