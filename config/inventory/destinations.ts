import { partName, permissionName, roleName } from "../../aws/names";
import type { Part } from "../../aws/part";
import { destinationType } from "../../destinations";
import { creationOf } from "../../destinations/parts/creation";
import { destinationFunctions } from "../../destinations/parts/functions";
import { composedOver, knownAs, namesOf } from "../../schema/identity";
import type { Destination } from "../model";
import { sendersByDestination } from "../senders";
import { functionParts } from "./functions";
import { type Inventoried, type Item, itemOf } from "./item";

/** Returns what the destinations make: themselves, unless they exist already, and what lets rules deliver to them. */
export function destinationItems(environment: Inventoried): Item[] {
  const senders = sendersByDestination(environment);
  const all = Object.entries(environment.destinations).flatMap(([key, keys]) => {
    // One whose stream is missing is an error of its own.
    const own = (senders.get(key) ?? []).filter((stream) => environment.streams[stream] !== undefined);
    const parts = [...made(environment, key, keys), ...role(environment, key, keys, own)];
    const of = { paths: [["destinations", key]] as const, owner: key };
    const names = namesOf(key, keys);
    return [
      ...parts.map((part) => ({ later: part.part !== undefined, item: itemOf(part, names, of, partName) })),
      ...permissions(environment, keys, names, own).map((names) => ({
        later: false,
        item: { type: "aws_lambda_permission", names, ...of },
      })),
    ];
  });
  // A destination keeps its name against a part of another.
  return all.sort((a, b) => Number(a.later) - Number(b.later)).map(({ item }) => item);
}

function made(environment: Inventoried, key: string, keys: Destination): readonly Part[] {
  const creation = creationOf(keys);
  if (creation === undefined) return [];
  const called = knownAs(key, keys);
  const name = creation.name(keys, environment.name, called);
  const parts = creation.makes(keys, {
    place: environment,
    name,
    roleName: (purpose) => roleName(environment.name, called, purpose),
  });
  const takes = { name, kind: creation.nameKey, within: "region" } as const;
  const own = parts.map((part, index) => (index === 0 ? { ...part, takes } : part));
  return [...own, ...destinationFunctions(environment, key, keys).flatMap(functionParts)];
}

function role(environment: Inventoried, key: string, keys: Destination, senders: readonly string[]): readonly Part[] {
  if (destinationType(keys.type).permission(keys).kind !== "role" || senders.length === 0) return [];
  const name = roleName(environment.name, knownAs(key, keys));
  const takes = { name, kind: "role", within: "account" } as const;
  return [{ type: "aws_iam_role", takes }, { type: "aws_iam_role_policy" }];
}

/** The names of one permission a stream that delivers to a function. */
function permissions(
  { streams }: Inventoried,
  keys: Destination,
  names: readonly string[],
  senders: readonly string[],
): (readonly string[])[] {
  if (destinationType(keys.type).permission(keys).kind !== "function-permission") return [];
  return senders.map((stream) => {
    const { [stream]: sender } = streams;
    return composedOver(names, namesOf(stream, sender ?? {}), permissionName);
  });
}
