import { logicalId } from "../aws/names";

/** Returns the id of a construct: the resource's address, so that it reads the same in the tree, in the plan and in the state. */
export function address(type: { readonly tfResourceType: string }, name: string): string {
  return `${type.tfResourceType}.${logicalId(name)}`;
}
