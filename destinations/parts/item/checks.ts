import type { Fault } from "../../../text/issue";
import type { CheckedDestination, TargetOptions, Wanted } from "../../destination-type";
import { ITEM_NAMES, type ItemKeys, orderOf } from "./item";
import { topicPartFaults } from "./topic-parts";
import { topicPart } from "./value";

const AS_KEY = {
  noun: "a key",
  required: false,
  structure: { fate: "a key is text or a number: an event with anything else there is a dead letter" },
};
const AS_ORDER = {
  noun: "an order",
  required: false,
  structure: { fate: "events are ordered by a time or a number: an event with anything else there is a dead letter" },
};

/** Returns the values of the event that an item asks for. */
export function itemWants({ key, sort_key, latest_by, attributes = {} }: TargetOptions & Partial<ItemKeys>): Wanted[] {
  const wanted: readonly (Omit<Wanted, "path"> & { readonly path: string | undefined })[] = [
    { key: ["key"], path: key, use: AS_KEY },
    { key: ["sort_key"], path: sort_key, use: AS_KEY },
    { key: ["latest_by"], path: latest_by, use: AS_ORDER },
    ...Object.entries(attributes).map(([name, path]) => ({ key: ["attributes", name], path })),
  ];
  return wanted.flatMap(({ path, ...rest }) =>
    path === undefined || topicPart(path) !== undefined ? [] : [{ ...rest, path }],
  );
}

/** Finds items that would not be what their writer means: parts of topics that are none, names that are taken. */
export function itemFaults(keys: ItemKeys, destination: CheckedDestination): Fault[] {
  return [...topicParts(keys, destination), ...takenNames(keys, destination)];
}

function topicParts(keys: ItemKeys, destination: CheckedDestination): Fault[] {
  const { key, sort_key, latest_by, attributes = {} } = keys;
  return topicPartFaults(
    [
      { at: ["key"], value: key, ifFixed: "all are one item" },
      { at: ["sort_key"], value: sort_key },
      { at: ["latest_by"], value: latest_by },
      ...Object.entries(attributes).map(([name, value]) => ({ at: ["attributes", name], value })),
    ],
    destination,
  );
}

/** An attribute that is called like a key would be overwritten by it. */
function takenNames(keys: ItemKeys, { path }: CheckedDestination): Fault[] {
  const { key_name, sort_key, sort_key_name, expire_after_days, attributes = {} } = keys;
  const taken = [
    key_name,
    ...(sort_key === undefined ? [] : [sort_key_name]),
    ...(orderOf(keys) === undefined ? [] : [ITEM_NAMES.latest]),
    ...(expire_after_days === undefined ? [] : [ITEM_NAMES.expiry]),
  ];
  const twice = taken.find((name, index) => taken.indexOf(name) !== index);
  const message = (name: string) => `is called ${name}, as another attribute of the item is; write another name`;
  return [
    ...(twice === undefined
      ? []
      : [{ id: "attribute-twice", path: [...path, "key_name"], message: message(twice) } as const]),
    ...Object.keys(attributes)
      .filter((name) => taken.includes(name))
      .map(
        (name) =>
          ({
            id: "attribute-twice",
            path: [...path, "attributes", name],
            atKey: true,
            message: message(name),
          }) as const,
      ),
  ];
}
