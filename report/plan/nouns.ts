import { resourceType } from "../../aws/resources";
import { type Resource, text } from "../resources/resource";
import type { ResourceChange } from "./resource-change";

/** Attributes in which types differ by how they call their name. */
const NAMES = ["name", "bucket", "policy_name", "target_id", "alarm_name", "dashboard_name"];

/** Returns a resource as a person calls it: `log group /audit`. */
export function nounOf({ address, before, after }: ResourceChange): string {
  const resource = after ?? before;
  return resource === undefined ? address : nameOf(resource);
}

function nameOf(resource: Resource): string {
  const { type, name } = resource;
  const called = NAMES.map((key) => text(resource, key)).find(Boolean);
  return `${resourceType(type)?.noun ?? type} ${called ?? name}`;
}
