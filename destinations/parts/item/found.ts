import type { FoundAttribute } from "../found";
import { ITEM_NAMES, type ItemKeys, orderOf } from "./item";
import { topicPart } from "./value";

/** Returns the attributes of an item as whoever reads the table finds them. */
export function foundAttributes(keys: ItemKeys): Record<string, FoundAttribute> {
  const { key, key_name, sort_key, sort_key_name, attributes, expire_after_days: days } = keys;
  const chosen = Object.entries(attributes ?? {}).map(([name, path]): [string, FoundAttribute] => [
    name,
    { as: topicPart(path) === undefined ? "value" : "text", path, always: false },
  ]);
  const order = orderOf(keys);
  return {
    ...(attributes === undefined && { [ITEM_NAMES.event]: { as: "event", path: "", always: true } }),
    ...Object.fromEntries(chosen),
    ...(days !== undefined && { [ITEM_NAMES.expiry]: { as: "number", path: "time", always: true } }),
    [key_name]: { as: "text", path: key, always: true },
    ...(sort_key !== undefined && { [sort_key_name]: { as: "text", path: sort_key, always: true } }),
    ...(order !== undefined && { [ITEM_NAMES.latest]: { as: "number", path: order, always: true } }),
  };
}
