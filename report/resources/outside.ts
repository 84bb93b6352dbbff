import { resourceType } from "../../aws/resources";
import { blocks, type Resource, textAt } from "./resource";

/** An address outside AWS, undefined as long as nobody knows it. */
export interface OutsideAddress {
  readonly address: string | undefined;
}

/** Returns where outside AWS a resource sends to; undefined where it does not. */
export function outsideOf(resource: Resource | undefined): OutsideAddress | undefined {
  if (resource === undefined) return undefined;
  const paths = resourceType(resource.type)?.endpoints ?? [];
  const path = paths.find(([first = "", ...inner]) => inner.length === 0 || blocks(resource, first).length > 0);
  return path && { address: textAt(resource, path) };
}
