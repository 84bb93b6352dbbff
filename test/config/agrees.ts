import { inventoryOf } from "../../config/inventory";
import { addressOf } from "../../config/inventory/item";
import type { Environment } from "../../config/model";
import { addresses, synthesizedOf } from "../support/stack";

/** Everything that the stack holds is in the inventory under its address, and the other way round. */
export function agrees(environment: Environment): void {
  const stack = synthesizedOf(environment);
  const items = inventoryOf(environment);

  expect(items.map(addressOf).sort()).toEqual(addresses(stack));
  for (const { type, takes, ...item } of items) {
    if (takes === undefined) continue;
    const [, name = ""] = addressOf({ type, ...item }).split(".");
    expect(Object.values(stack.resource[type]?.[name] ?? {})).toContain(takes.name);
  }
}
