import { logicalId, type Place } from "../../aws/names";
import type { Part, Taken } from "../../aws/part";
import type { AlarmPlan } from "../../monitoring/alarm-plan";
import type { Path } from "../../text/value";
import type { Environment } from "../model";

/** A resource or data source that the stack will hold. */
export interface Item {
  /** The Terraform type; `data.` stands before that of a data source. */
  readonly type: string;
  /** Every name that its address has had, the oldest first; the address ends in the last, as `logicalId` writes it. */
  readonly names: readonly string[];
  /** The entries of the file that it comes from, the nearest first. */
  readonly paths: readonly [Path, ...Path[]];
  /** Whose it is, in the words of the file. */
  readonly owner: string;
  readonly takes?: Taken;
}

/** The parts of an environment that decide what its stack holds. */
export interface Inventoried extends Place, Pick<Environment, "name" | "streams" | "rules" | "destinations"> {
  readonly monitoring: Environment["monitoring"];
  readonly alarms: AlarmPlan;
  /** Whether the organization is asked for its id. */
  readonly organization_id: string | undefined;
}

/** Returns where a fault of an item is shown: at its entry, or at the targets of a rule, which may be a list without names. */
export function placeOf({ paths: [path] }: Pick<Item, "paths">): Path {
  return path.slice(0, path[0] === "rules" ? 3 : 2);
}

/** Returns the address of an item. */
export function addressOf({ type, names }: Item): string {
  return `${type}.${logicalId(names.at(-1) ?? "")}`;
}

/** Returns every address that an item has had. */
export function addressesOf({ type, names }: Item): string[] {
  return names.map((name) => `${type}.${logicalId(name)}`);
}

/** Makes an item of what a kind says that it makes. */
export function itemOf(
  { type, part, takes }: Part,
  names: readonly string[],
  of: Pick<Item, "paths" | "owner">,
  compose: (name: string, part: string) => string,
): Item {
  return {
    type,
    names: part === undefined ? names : names.map((name) => compose(name, part)),
    ...of,
    ...(takes && { takes }),
  };
}
