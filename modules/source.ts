import type { TerraformStack } from "cdktf";
import { logicalId, UNKNOWN_ORGANIZATION } from "../aws/names";
import type { Environment, Stream } from "../config/model";
import { knownAs } from "../schema/identity";
import { streamType } from "../streams";
import type { Feed, Origin } from "../streams/stream-type";
import { address } from "./address";
import * as bindings from "./bindings";

/** The source of a stream's events: its exact name, the name of its bus, and what feeds that. */
export interface Source extends Feed {
  readonly name: string;
  readonly busName: string;
}

/** The number of streams for which the stack makes something in Genesys Cloud. */
export function managedInGenesysCloud({ streams }: Pick<Environment, "streams">): number {
  return Object.values(streams).filter((keys) => streamType(keys.type).managedInGenesysCloud(keys)).length;
}

/**
 * The organization's id: the file's own, or else what the organization says of itself. Either is known when planning, so
 * that no name that is made from it can make Terraform replace anything.
 */
export function organizationId(stack: TerraformStack, environment: Environment): string {
  const { organization_id, streams } = environment;
  const named = Object.values(streams).some(({ type }) => streamType(type).namedByOrganization);
  const managed = managedInGenesysCloud(environment) > 0;
  if (!named && !managed) return organization_id ?? UNKNOWN_ORGANIZATION;
  if (!managed && organization_id !== undefined) return organization_id;
  const { DataGenesyscloudOrganizationsMe } = bindings;
  const me = new DataGenesyscloudOrganizationsMe(stack, address(DataGenesyscloudOrganizationsMe, "organization"));
  // No CDKTF token, which would not be filled in inside of a condition.
  if (organization_id === undefined) return `\${data.${me.terraformResourceType}.${me.friendlyUniqueId}.id}`;
  me.addOverride("lifecycle.postcondition", [
    {
      condition: `\${lower(self.id) == "${organization_id}"}`,
      error_message: `The credentials are for the Genesys Cloud organization \${self.id}, but organization_id is ${organization_id}: use the credentials of that organization, or mend organization_id.`,
    },
  ]);
  return organization_id;
}

/** Makes what comes before a stream's bus. */
export function createSource(
  scope: TerraformStack,
  place: Environment,
  organization: string,
  [name, keys]: readonly [string, Stream],
): Source {
  const type = streamType(keys.type);
  const origin: Origin = { environment: place.name, stream: knownAs(name, keys), organization };
  const source = type.source(keys, origin);
  const id = (resource: { readonly tfResourceType: string }) => address(resource, name);
  const feed = type.create({
    scope,
    bindings,
    id,
    logicalId: logicalId(name),
    place,
    name: origin.stream,
    source,
    keys,
  });
  return { ...feed, name: source, busName: type.bus(keys, origin) };
}
