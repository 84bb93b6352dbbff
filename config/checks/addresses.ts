import { logicalId } from "../../aws/names";
import { namesOf } from "../../schema/identity";
import type { Fault } from "../../text/issue";
import type { Path } from "../../text/value";
import { inventoryView } from "../inventory";
import { addressOf, placeOf } from "../inventory/item";
import type { Draft } from "../model";
import { defineCheck } from "./check";

const MAPS = ["streams", "rules", "destinations"] as const;

/** Two names that Terraform would take for one: CDKTF merges their resources without a word. */
export const addressesCheck = defineCheck({
  name: "addresses",
  says: ["renamed-from-taken", "same-logical-id"],
  run: addressFaults,
});

function addressFaults(draft: Draft): Fault[] {
  const keys = MAPS.flatMap((map) => sameKeys(draft, map));
  return [...keys, ...MAPS.flatMap((map) => renamings(draft, map)), ...sameAddresses(draft, keys)];
}

/** Keys of one map, whatever is made of them. */
function sameKeys(draft: Draft, map: (typeof MAPS)[number]): Fault[] {
  const named = Object.keys(draft[map]).map((name): Named => ({ id: logicalId(name), name, path: [map, name] }));
  return collisions(named);
}

/** Addresses of what is made, but for entries whose keys are said to be the same already. */
function sameAddresses(draft: Draft, sameKeys: readonly Fault[]): Fault[] {
  const named = inventoryView(draft).map((item): Named => {
    const name = item.names.at(-1) ?? "";
    return { id: addressOf(item), name, path: placeOf(item) };
  });
  const keys = new Set(sameKeys.map(({ path }) => path.join(" ")));
  return collisions(named).filter(({ path }) => !keys.has(path.join(" ")));
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly path: Path;
}

function collisions(named: readonly Named[]): Fault[] {
  const first = new Map<string, string>();
  return named.flatMap(({ id, name, path }): Fault[] => {
    const other = first.get(id);
    first.set(id, other ?? name);
    if (other === undefined) return [];
    const short = id.slice(id.indexOf(".") + 1);
    const message = `"${name}" and "${other}" would both be ${short} in Terraform, and become one resource; rename one of them`;
    return [{ id: "same-logical-id", path, atKey: true, message }];
  });
}

/** Earlier names that something else has, or had: Terraform moves one thing to one place. */
function renamings(draft: Draft, map: (typeof MAPS)[number]): Fault[] {
  const taken = new Map(Object.keys(draft[map]).map((name) => [logicalId(name), name]));
  return Object.entries(draft[map]).flatMap(([name, entry]) => {
    const earlier = namesOf(name, entry).slice(0, -1);
    return earlier.flatMap((before): Fault[] => {
      const other = taken.get(logicalId(before));
      taken.set(logicalId(before), other ?? name);
      if (other === undefined) return [];
      const message =
        other === name
          ? `names "${before}" as an earlier name of itself; write the name that it had before, or leave it out`
          : `names "${before}", which is ${map}.${other}: one thing cannot be two; write the name that this one had, or leave it out`;
      return [{ id: "renamed-from-taken", path: [map, name, "renamed_from"], message }];
    });
  });
}
