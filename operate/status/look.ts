import { inventoryOf } from "../../config/inventory";
import { addressOf } from "../../config/inventory/item";
import type { Environment } from "../../config/model";
import { resourcesOfStack } from "../../report/resources/of-stack";
import type { Resource } from "../../report/resources/resource";
import { onceForEach } from "../../text/once";
import type { Path } from "../../text/value";
import type { GenesysCloud } from "../genesys/cloud";
import type { Account } from "./live/account";

/** What a look at an account begins with. What is read of the account is read once for each, whoever asks for it: see live/. */
export interface Look {
  readonly environment: Environment;
  readonly account: Account;
  /** Genesys Cloud, or why it is not asked. */
  readonly genesys: GenesysCloud | { readonly unasked: string };
  readonly now: Date;
}

/** The resources that should be there by the file, by their types. */
export interface Declared {
  readonly all: readonly Resource[];
  of(type: string): readonly Resource[];
  /** Returns whose a resource is in the words of the file, such as a rule's key. */
  ownerOf(resource: Resource): string;
  /** Returns the entry of the file that a resource comes from, such as `rules`, `all`, `targets`, `log`. */
  pathOf(resource: Resource): Path;
}

export const declaredBy = onceForEach((environment: Environment): Declared => {
  const all = resourcesOfStack(environment);
  const items = new Map(inventoryOf(environment).map((item) => [addressOf(item), item]));
  return {
    all,
    of: (wanted) => all.filter(({ type }) => type === wanted),
    ownerOf: ({ address, name }) => items.get(address)?.owner ?? name,
    pathOf: ({ address }) => items.get(address)?.paths[0] ?? [],
  };
});
