import type { Taken } from "../../../aws/part";
import { creationOf } from "../../../destinations/parts/creation";
import { knownAs } from "../../../schema/identity";
import type { Path } from "../../../text/value";
import { inventoryView } from "../../inventory";
import { placeOf } from "../../inventory/item";
import type { Destination, Draft } from "../../model";

/** A name in AWS that a stack takes for itself. */
export interface Claim {
  /** The place, type and name of what may exist once only. */
  readonly key: string;
  /** The name as AWS will know it. */
  readonly physical: string;
  /** Whose it is, in the words of the file. */
  readonly owner: string;
  readonly path: Path;
}

/** The name under which AWS will know a destination, where this stack makes it. */
export function physicalName(draft: Draft, name: string, destination: Destination): string | undefined {
  return creationOf(destination)?.name(destination, draft.name, knownAs(name, destination));
}

/** The maps of the file: of two that take one name, the second is the one to change. */
const KEEPS = ["streams", "rules", "destinations", "monitoring"];

/** Every name that the stack takes in its account and region, in its account, or in the world, in the order of the file's maps. */
export function claims(draft: Draft): Claim[] {
  const rank = ([map = "", key = ""]: Path) => `${KEEPS.indexOf(String(map))} ${key}`;
  return inventoryView(draft)
    .flatMap(({ takes, owner, ...item }) =>
      takes === undefined ? [] : [{ key: keyOf(draft, takes), physical: takes.name, owner, path: placeOf(item) }],
    )
    .sort((a, b) => (rank(a.path) < rank(b.path) ? -1 : rank(a.path) > rank(b.path) ? 1 : 0));
}

function keyOf({ place }: Draft, { name, kind, within }: Taken): string {
  const where = {
    world: "",
    account: `${place?.aws_account_id} `,
    region: `${place?.aws_account_id} ${place?.aws_region} `,
  };
  return `${where[within]}${kind} ${name}`;
}
