import { resourceType } from "../../aws/resources";
import { inventoryOf } from "../../config/inventory";
import { addressOf, type Item } from "../../config/inventory/item";
import type { Environment } from "../../config/model";
import { resourcesOfStack } from "../../report/resources/of-stack";
import type { Resource } from "../../report/resources/resource";
import type { Account } from "./adoptable";
import { type Change, differences } from "./differences";
import { adoptableOf } from "./types";
import { type Unmatched, unmatchedOn } from "./unmatched";

/** A resource of the stack that exists. */
export interface Adopted {
  readonly to: string;
  readonly type: string;
  readonly id: string;
  readonly changes: readonly Change[];
}

/** What an account has of what an environment wants. */
export interface Adoption {
  readonly imports: readonly Adopted[];
  /** The addresses of what the first apply makes. */
  readonly created: readonly string[];
  /** Those of them whose names are not looked for: AWS refuses the apply where such a name is taken, or makes a second one. */
  readonly unchecked: readonly string[];
  /** The addresses of what could not be looked for, without the credentials of Genesys Cloud. */
  readonly unseen: readonly string[];
  readonly unmatched: readonly Unmatched[];
}

/** Looks in the account for everything that the stack of an environment would make. Changes nothing. */
export async function adopt(environment: Environment, account: Account): Promise<Adoption> {
  const resources = resourcesOfStack(environment);
  const found = await Promise.all(
    resources.map(async (resource) => ({ resource, adopted: await look(resource, account) })),
  );
  const missing = found.flatMap(({ resource, adopted }) => (adopted === undefined ? [resource] : []));
  const named = new Set(inventoryOf(environment).flatMap((item) => (isNamed(item) ? [addressOf(item)] : [])));
  const isUnseen = ({ type }: Resource) => account.cloud === undefined && adoptableOf(type)?.inGenesysCloud === true;
  return {
    imports: found.flatMap(({ adopted }) => adopted ?? []),
    created: missing.filter((resource) => !isUnseen(resource)).map(({ address }) => address),
    unchecked: missing
      .filter(({ type, address }) => adoptableOf(type) === undefined && named.has(address))
      .map(({ address }) => address),
    unseen: missing.filter(isUnseen).map(({ address }) => address),
    unmatched: await unmatchedOn(environment, resources, account),
  };
}

/** Returns whether an apply fails, or makes a second one, where the name is taken: of alarms and dashboards it writes over what is there. */
function isNamed({ type, takes }: Item): boolean {
  return takes !== undefined && !/^aws_cloudwatch_(?:\w+_alarm|dashboard)$/.test(type);
}

async function look({ type, address, values }: Resource, account: Account): Promise<Adopted | undefined> {
  const adoptable = adoptableOf(type);
  const id = resourceType(type)?.importId;
  if (adoptable === undefined || id === undefined) return undefined;
  const now = await adoptable.find(values, account);
  return now && { to: address, type, id: id(now), changes: differences(adoptable, now, values) };
}
