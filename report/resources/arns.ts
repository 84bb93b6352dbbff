import { arn, type Place } from "../../aws/names";
import { resourceType } from "../../aws/resources";
import { type Resource, text } from "./resource";

/** The ARN that a resource has or, before it exists, will have. */
export function arnOf(resource: Resource, place: Place): string | undefined {
  const name = text(resource, "name") ?? text(resource, "function_name");
  const form = resourceType(resource.type)?.arn;
  return text(resource, "arn") ?? (form && name && arn(place, form[0], form[1](name)));
}
