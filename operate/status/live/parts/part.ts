import type { Place } from "../../../../aws/names";
import type { Resource } from "../../../../report/resources/resource";
import type { Look } from "../../look";
import type { Account } from "../account";
import type { Receiver } from "../receivers/receiver";

/** A part of a stream as it is in the account. */
export interface LivePart extends Receiver {
  /** Its state, in the service's words. */
  readonly says: string;
  /** The id that AWS made up for it. */
  readonly id?: string;
}

type Permits = readonly (readonly [actions: readonly string[], resources: readonly string[]])[];

/** How the parts of one Terraform type are read, and what must be allowed for that. */
export interface PartReader {
  /** Returns the part that the file wants; undefined where it is not there. */
  read(look: Look, wanted: Resource): Promise<LivePart | undefined>;
  permits(place: Place, name: string): Permits;
  /** How the id is found that AWS made up, where the name does not do. */
  readonly identified?: {
    id(account: Account, wanted: Resource): Promise<string | undefined>;
    permits(place: Place): Permits;
  };
}

/** Returns a part as it is: in one of the states that are good, or in trouble with the reason. */
export function inState(
  state: string | undefined,
  good: readonly string[],
  reason: string | undefined,
  resources: readonly Resource[] = [],
): LivePart {
  const says = state ?? "there";
  if (state === undefined || good.includes(state)) return { says, resources };
  return { says, resources, trouble: [`its state is ${state}`, reason].filter(Boolean).join(": ") };
}
