import { inventoryOf } from "../../config/inventory";
import { addressOf } from "../../config/inventory/item";
import type { Environment } from "../../config/model";
import { pathText } from "../../text/issue";

/** Returns where an address of the stack comes from in the environment file; the nearest first. */
export function filePaths(environment: Environment): (address: string) => readonly string[] {
  const paths = new Map(inventoryOf(environment).map((item) => [addressOf(item), item.paths.map(pathText)]));
  return (address) => paths.get(address) ?? [];
}
